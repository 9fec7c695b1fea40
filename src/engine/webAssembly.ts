// WebAssembly as far as it is used here, since the types of no platform are asked for.

/** Compiled code. */
export type Module = object;

/** A memory, which may be shared between threads. */
export interface Memory {
  readonly buffer: ArrayBufferLike;
  grow(pages: number): number;
}

/** What a module asks of its host. */
export type Imports = Readonly<Record<string, object>>;

/** Compiled code over a memory. */
interface Instance<Exports extends object> {
  readonly exports: Exports;
}

interface WebAssemblyGlobal {
  readonly Module: new (bytes: Uint8Array) => Module;
  readonly Memory: new (descriptor: { initial: number; maximum: number; shared: boolean }) => Memory;
  readonly Instance: new <Exports extends object>(module: Module, imports: Imports) => Instance<Exports>;
  compile(bytes: Uint8Array): Promise<Module>;
  instantiate<Exports extends object>(module: Module, imports: Imports): Promise<Instance<Exports>>;
}

/** The platform's; throws where there is none. */
export function webAssembly(): WebAssemblyGlobal {
  const { WebAssembly } = globalThis as { readonly WebAssembly?: WebAssemblyGlobal };
  if (WebAssembly === undefined) throw new Error('this platform has none');
  return WebAssembly;
}
