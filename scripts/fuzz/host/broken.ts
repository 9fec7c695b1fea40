// Readers that do what none may do, for the tests of the fuzzer: they never end, end the process, or take more than the file says.
import fc from 'fast-check';
import type { Grower } from '../growth/Grower.js';
import type { Target } from '../targets.js';

const none = fc.constant<never>(undefined as never);
const made = (name: string, read: Target['read']): Target => ({ name, whole: none, structure: none, read });

function endless(): void {
  for (let turns = 0; turns >= 0; ) turns = (turns + 1) % 1000;
}

/** As an engine does that has no room for an array: nothing can catch it. */
function fatal(): void {
  process.abort();
}

function square(bytes: Uint8Array): number {
  let sum = 0;
  for (let row = 0; row < bytes.length; row++) for (let at = 0; at < bytes.length; at += 32) sum += bytes[at] as number;
  return sum;
}

/** Sixty-four bytes of heap for every byte. */
function hungry(bytes: Uint8Array): number {
  const lists: number[][] = [];
  for (const byte of bytes) lists.push([byte, byte, byte, byte]);
  return lists.length;
}

export const brokenReaders: readonly Target[] = [
  made('broken-endless', endless),
  made('broken-fatal', fatal),
  made('broken-square', square),
  made('broken-hungry', hungry),
  made('broken-plain', () => {
    throw new TypeError('x is undefined');
  }),
];

const zeros = (size: number) => new Uint8Array(size);

export const brokenGrowers: readonly Grower[] = [
  { reader: 'broken-square', name: 'broken square', make: zeros, most: 2 ** 17 },
  { reader: 'broken-hungry', name: 'broken hungry', make: zeros },
  { reader: 'broken-fatal', name: 'broken fatal', make: zeros },
];
