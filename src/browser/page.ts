// The globals of a page that are used here: the types of platforms are not loaded.

/** A worker of a page. */
interface WebWorker {
  onmessage: ((event: { readonly data: number }) => void) | null;
  onmessageerror: (() => void) | null;
  onerror: ((event: { readonly message?: string | undefined }) => void) | null;
  postMessage(message: object): void;
  terminate(): void;
}

interface Page {
  readonly Worker?: (new (url: string | object, options: { readonly name: string }) => WebWorker) | undefined;
  /** Undefined where browsers are too old to know of it. */
  readonly crossOriginIsolated?: boolean | undefined;
  readonly document?: object | undefined;
  /** Node's, and that of engines that do as Node does. */
  readonly process?: { readonly versions?: { readonly node?: string } } | undefined;
}

/** The page's globals, or those of the worker or server in which this runs. */
export function page(): Page {
  return globalThis;
}
