// An augmentation as a value: its changes, how far they go, and how strong they are as training goes on.
import type { Numbers } from '../../support/numbers.js';
import type { Dataset } from '../Dataset.js';
import type { AugmentedImages, EpochAugmentation, EpochKeys } from './EpochAugmentation.js';
import type { AugmentationPart } from './ranges.js';

/** Options of {@link Augmentation.apply}. */
export interface ApplyOptions {
  /** The seed of the training whose images are shown, a whole number from 0 to 2^53 - 1; 0 if left out. */
  readonly seed?: number | undefined;
  /** The epoch, from 1; 1 if left out. */
  readonly epoch?: number | undefined;
  /** The strength of the changes, from 0 to 1; that of the start of a training if left out. */
  readonly strength?: number | undefined;
}

/** As {@link ApplyOptions}, for a single input. */
export interface ApplyInputOptions extends ApplyOptions {
  /** The index of the example, on which its changes depend, as on seed and epoch; 0 if left out. */
  readonly example?: number | undefined;
}

/** Random changes of images, made by `augment`, for the option `augmentation` of a training. */
export interface Augmentation {
  /** The changes. */
  readonly parts: readonly AugmentationPart[];
  /** Columns of an image. */
  readonly width: number;
  /** Rows of an image; undefined where they follow from the data. */
  readonly height: number | undefined;
  /**
   * The strength of the changes.
   *
   * @param progress - The share of a training that is done, from 0 to 1.
   * @returns From 0 to 1.
   * @throws {@link OutOfRangeError} if the function that was given as `strength` returns anything else.
   */
  strengthAt(progress: number): number;
  /**
   * The images as a training sees them, with the same seed and in the same epoch: for pictures, and for custom loops.
   *
   * @param data - Images of numbers from 0 to 1; it is not changed.
   * @param options - `seed`, `epoch` and `strength`.
   * @returns A new data set of floats, with the same labels and targets.
   * @throws {@link ShapeError} for images of another size, {@link OutOfRangeError} for numbers below 0 or above 1.
   */
  apply(data: Dataset, options?: ApplyOptions): Dataset;
  /**
   * One image as a training sees it.
   *
   * @param input - [height, width], numbers from 0 to 1; it is not changed.
   * @param options - `seed`, `epoch`, `strength`, and `example`, its index in the data set.
   * @returns The changed image in a new array: [height, width].
   * @throws As for a data set; {@link ArgumentError} for bytes.
   */
  apply(input: Numbers, options?: ApplyInputOptions): Float32Array;
  /**
   * The size of images of so many numbers. For the library's own use.
   *
   * @param what - Begins the error.
   * @throws {@link ShapeError} if they have another size.
   * @internal
   */
  imagesOf(what: string, inputs: number): AugmentedImages;
  /**
   * Throws unless a training on these data can change all their images. For the library's own use.
   *
   * @throws {@link ShapeError} for images of another size, {@link OutOfRangeError} for numbers below 0 or above 1.
   * @internal
   */
  checkData(data: Dataset): void;
  /**
   * The changes of an epoch. For the library's own use.
   *
   * @internal
   */
  begin(images: AugmentedImages, keys: EpochKeys): EpochAugmentation;
  /**
   * The same changes in WebAssembly. For the library's own use: a program without augmentation does not load them.
   *
   * @internal
   */
  readonly module: { readonly hex: string; readonly sharedFlag: number };
}
