// A turn of the event loop, on any platform.

/** A message port; `on` is Node's. */
interface Port {
  on?(event: 'message', listener: () => void): void;
  onmessage: (() => void) | null;
  close(): void;
  postMessage(message: null): void;
}

/**
 * Resolves after timers, input and drawing have had their turn. It uses a message, since a timer waits 4 ms in a page; and a timer on
 * platforms without messages (React Native, edge functions, jsdom). Without timers it resolves at once.
 */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    try {
      passMessage(resolve);
    } catch {
      if (typeof setTimeout === 'undefined') resolve();
      else setTimeout(resolve, 0);
    }
  });
}

function passMessage(done: () => void): void {
  const { port1, port2 } = new MessageChannel() as unknown as { port1: Port; port2: Port };
  const hear = () => {
    port1.close();
    done();
  };
  // Node loads its HTTP client for the event that `onmessage` is given, which takes 50 ms, and fails without WebAssembly.
  if (typeof port1.on === 'function') port1.on('message', hear);
  else port1.onmessage = hear;
  try {
    port2.postMessage(null);
  } catch (error) {
    // An open port would keep the program running.
    port1.close();
    throw error;
  }
}
