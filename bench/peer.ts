// What every side answers to, whatever library stands behind it. A file in peers/ exports `open`, of this kind.
import type { Work } from './works.js';

/** Opens a library. A file in peers/ may know several ways to use it, told apart by `variant`. */
export type OpenPeer = (variant: string) => Peer | Promise<Peer>;

export interface Peer {
  readonly version: string;
  /** Why it cannot do this work; undefined if it can. */
  refuses?(work: Work): string | undefined;
  /** What is not measured: models and arrays in the library's own form. */
  prepare(work: Work): Task | Promise<Task>;
}

export interface Task {
  /** Back to the start, not measured. `amount` is what the next run will be asked for. */
  reset?(amount: number): void | Promise<void>;
  /** The measured work: learns from the first `amount` images, or predicts so many. */
  run(amount: number): void | Promise<void>;
  /** What came of it: the weights learnt, as parameters.ts lays them out, or the outputs, image by image. */
  result(): Float32Array | Promise<Float32Array>;
}

/** How a library predicts: from a Float32Array, to numbers that can be read. */
export interface Forward {
  /** One image [784] to its outputs [10]. */
  one(image: Float32Array): ArrayLike<number> | Promise<ArrayLike<number>>;
  /** Images [count, 784] to their outputs [count, 10]. */
  many(images: Float32Array, count: number): Float32Array | Promise<Float32Array>;
}
