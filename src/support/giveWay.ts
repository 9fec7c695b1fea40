// A turn of the event loop, on any platform.

/** What both platforms' message ports have. */
interface Port {
  onmessage: (() => void) | null;
  close(): void;
}

/** Resolves after timers, input and drawing have had their turn. A timer would wait 4 ms in a page; a message does not. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const inbox = port1 as unknown as Port;
    inbox.onmessage = () => {
      inbox.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
