// Catching what a call throws, so that a test can look at its class, its code and its words.

/** The error that `call` throws. */
export function thrownBy(call: () => unknown): Error & { readonly code?: string } {
  try {
    call();
  } catch (error) {
    return error as Error & { readonly code?: string };
  }
  throw new Error('the call threw nothing');
}
