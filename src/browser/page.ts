// The page as far as it is used here, since the types of no platform are asked for.

/** A worker of a page. */
interface WebWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onmessageerror: (() => void) | null;
  onerror: ((event: { readonly message?: string | undefined }) => void) | null;
  postMessage(message: object): void;
  terminate(): void;
}

interface Page {
  readonly Worker?: (new (url: string | URL, options: { readonly name: string }) => WebWorker) | undefined;
  /** Undefined where browsers are too old to know of it. */
  readonly crossOriginIsolated?: boolean | undefined;
}

/** The page's globals, or those of the worker or server in which this runs. */
export function page(): Page {
  return globalThis as Page;
}
