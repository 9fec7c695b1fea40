// WebAssembly as far as it is used here, since the types of no platform are asked for.

/** Compiled code. */
export type Module = object;

/** A memory, which may be shared between threads. */
export interface Memory {
  readonly buffer: ArrayBufferLike;
  grow(pages: number): number;
}

interface WebAssemblyGlobal {
  readonly Module: new (bytes: Uint8Array) => Module;
  readonly Memory: new (descriptor: { initial: number; maximum: number; shared: boolean }) => Memory;
  readonly Instance: new (module: Module, imports: Readonly<Record<string, object>>) => { readonly exports: object };
}

/** The platform's; throws where there is none. */
export function webAssembly(): WebAssemblyGlobal {
  const { WebAssembly } = globalThis as { readonly WebAssembly?: WebAssemblyGlobal };
  if (WebAssembly === undefined) throw new Error('this platform has none');
  return WebAssembly;
}
