// What makes files of any size, of one kind each: one that repeats, nests, shares, overlaps or declares.

/** A kind of file that grows. */
export interface Grower {
  /** The target that reads it. */
  readonly reader: string;
  /** What grows, named apart from all others: 'onnx: layers of one kernel'. */
  readonly name: string;
  /**
   * A file of about so many bytes.
   *
   * @param draw - Numbers from 0 up to 1: the same ones for each size, so that the files differ in it alone.
   */
  readonly make: (size: number, draw: () => number) => Uint8Array;
  /** The largest size that is made; 2 MiB if left out. */
  readonly most?: number;
  /** Whether its reader is asynchronous, so that others have their turn while it reads. */
  readonly givesWay?: boolean;
  /** A size so large that a list of as many things is more than the engine has: this one file must not end the process. */
  readonly giant?: number;
}

/** The largest size, where a grower does not say. */
export const MOST = 2 ** 21;

/** Numbers from 0 up to 1 (mulberry32). */
export function drawsFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
