// Registers what makes the page work offline, in the built site alone.

/** Once the page stands, so that keeping the files does not slow its first sight. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    // Where it is not allowed, as in some private windows, the page works without.
    navigator.serviceWorker.register('./service-worker.js').catch(() => undefined);
  });
}
