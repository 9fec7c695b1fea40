// How tests look at errors: the class, the code, and whether the message says what, expected, got and what to do.

import type { Layer } from 'glassbox-nn';
import { expect } from 'vitest';
import { hashOfNetwork } from './hashOfNetwork.js';

const CODES = {
  ArgumentError: 'ARGUMENT',
  OutOfRangeError: 'OUT_OF_RANGE',
  ShapeError: 'SHAPE',
  LimitError: 'LIMIT',
  FormatError: 'FORMAT',
  NumericError: 'NUMERIC',
  StateError: 'STATE',
} as const;

/** What a call throws, or the promise it returns rejects with. */
export async function errorOf(call: () => unknown): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}

/** Expects an error of the kind, with its code, whose message contains all of `words`. */
export async function expectRefusal(call: () => unknown, kind: keyof typeof CODES, ...words: string[]): Promise<void> {
  const error = await errorOf(call);
  expect(error).toMatchObject({ name: kind, code: CODES[kind] });
  for (const word of ['expected ', 'got ', ...words]) expect((error as Error).message).toContain(word);
}

/** The same, and that the network has not changed by a bit. */
export async function expectRefusalLeaving(
  network: { readonly layers: readonly Layer[] },
  call: () => unknown,
  kind: keyof typeof CODES,
  ...words: string[]
): Promise<void> {
  const before = hashOfNetwork(network);
  await expectRefusal(call, kind, ...words);
  expect(hashOfNetwork(network)).toBe(before);
}
