// What the page and its worker say to each other.
import type { EpochRecord } from 'glassbox-nn';
import type { TrainingSpec } from '../model/TrainingSpec';

/** One digit drawn on this page, with the answer it stands for. */
export interface OwnDigit {
  /** [784], as the network reads it. */
  readonly pixels: Float32Array;
  /** 0 to 9. */
  readonly label: number;
}

/** How far to train at once. */
export type Amount = 'batch' | 'epoch' | 'on';

/** From the page to its worker. */
export type ToTrainer =
  /** A new training of this network (JSON as `toJson` writes it). Whatever went on before is over. */
  | { readonly kind: 'begin'; readonly network: string; readonly training: TrainingSpec; readonly own: readonly OwnDigit[] }
  /** Trains; `on` until it is paused. */
  | { readonly kind: 'run'; readonly amount: Amount }
  /** One step on one example alone, plain gradient descent with the training's rate. */
  | { readonly kind: 'example'; readonly pixels: Float32Array; readonly label: number }
  | { readonly kind: 'pause' }
  /** At most so many steps a second; Infinity for as many as there can be. */
  | { readonly kind: 'pace'; readonly stepsASecond: number }
  | { readonly kind: 'rate'; readonly learningRate: number }
  /** The knobs were turned by hand: all of them, as `readParameters` gives them. */
  | { readonly kind: 'turned'; readonly parameters: Float32Array }
  /** The page has drawn the last progress, and is ready for the next. */
  | { readonly kind: 'drawn' }
  /** Back to a moment that was kept, by its step. */
  | { readonly kind: 'rewind'; readonly step: number }
  /** Asks for the worst mistakes and the confusion matrix, on the held-out examples. */
  | { readonly kind: 'look' };

/** Where a training stands. */
export interface Progress {
  /** All knobs, as `writeParameters` takes them. */
  readonly parameters: Float32Array;
  /** Steps taken, and passes over the examples begun. */
  readonly step: number;
  readonly epoch: number;
  /** Mean cost and share right, over the last steps; undefined before the first. */
  readonly loss: number | undefined;
  readonly accuracy: number | undefined;
  readonly stepsASecond: number;
  readonly running: boolean;
}

/** One wrong answer. */
export interface Mistaken {
  /** [width], the example's numbers. */
  readonly pixels: Float32Array;
  readonly label: number;
  readonly answer: number;
  /** How bright the wrong answer was. */
  readonly confidence: number;
}

/** What the network does with the held-out examples. */
export interface Look {
  readonly loss: number;
  readonly accuracy: number;
  readonly mistakes: readonly Mistaken[];
  /** [classes][classes], rows are what it is, columns what was said. */
  readonly confusion: readonly (readonly number[])[];
}

/** From the worker to the page. */
export type FromTrainer =
  /** The examples are there. */
  | { readonly kind: 'ready'; readonly examples: number; readonly heldOut: number }
  | { readonly kind: 'progress'; readonly progress: Progress }
  /** A pass over all examples has ended; its validation is on the held-out ones. */
  | { readonly kind: 'epoch'; readonly record: EpochRecord; readonly step: number }
  /** Moments that `rewind` can go back to, by their steps, in order. */
  | { readonly kind: 'moments'; readonly steps: readonly number[] }
  | { readonly kind: 'look'; readonly look: Look }
  /** Something went wrong, in words for people; the training is paused. */
  | { readonly kind: 'failed'; readonly message: string };
