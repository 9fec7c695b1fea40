// Shared memory for tests. Pages without cross-origin isolation have it, and no name for it.

interface Platform {
  readonly WebAssembly: {
    readonly Memory: new (size: { initial: number; maximum: number; shared: true }) => { readonly buffer: SharedArrayBuffer };
  };
}

/** `length` bytes of shared memory. */
export function sharedBytes(length: number): Uint8Array {
  const { Memory } = (globalThis as unknown as Platform).WebAssembly;
  return new Uint8Array(new Memory({ initial: 1, maximum: 1, shared: true }).buffer, 0, length);
}
