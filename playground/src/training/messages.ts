// What the page and its worker say to each other. Every message carries the number of its training: what an older one says is dropped.
import type { CurvePoint } from '../model/curve';
import type { OwnDigit } from '../model/OwnDigit';
import type { TrainingSpec } from '../model/TrainingSpec';

/** How far to train at once. */
export type Amount = 'batch' | 'epoch' | 'on';

/** Knobs that have changed: which, in the order of `readParameters`, and what they are now. */
export interface Turned {
  readonly places: Uint32Array;
  readonly values: Float32Array;
}

/** What a worker needs for a new training. */
export interface Beginning {
  /** The network, as `toJson` writes it. */
  readonly network: string;
  readonly training: TrainingSpec;
  /** The digits drawn here, if they are what is learnt from. */
  readonly own: readonly OwnDigit[];
  /** Where the files of digits are. */
  readonly files: { readonly images: string; readonly labels: string };
}

/** What the page asks of its worker. */
export type Order =
  /** A new training. Whatever went on before is over. */
  | ({ readonly kind: 'begin' } & Beginning)
  /** The same training with other settings, from where it stands; the optimizer's memory begins anew. */
  | { readonly kind: 'change'; readonly training: TrainingSpec }
  /** Trains; `on` until it is paused. */
  | { readonly kind: 'run'; readonly amount: Amount }
  | { readonly kind: 'pause' }
  /** At most so many steps a second; Infinity for as many as there can be. */
  | { readonly kind: 'speed'; readonly stepsASecond: number }
  /** Knobs were turned by hand; `count` numbers these messages from 1. */
  | { readonly kind: 'turned'; readonly turned: Turned; readonly count: number }
  /** The page has drawn the last progress, and is ready for the next. */
  | { readonly kind: 'drawn' }
  /** Back to a moment that was kept, by its step. */
  | { readonly kind: 'rewind'; readonly step: number }
  /** Back to the knobs that the training began with, and to its first step. */
  | { readonly kind: 'reset' }
  /** Asks for the worst mistakes and the confusion matrix on the held-out examples, now and after passes to come; or no longer. */
  | { readonly kind: 'look'; readonly watching: boolean };

/** Where a training stands. */
export interface Progress {
  /** All knobs, as `writeParameters` takes them. */
  readonly parameters: Float32Array;
  /** Steps taken, and passes over the examples begun. */
  readonly step: number;
  readonly epoch: number;
  /** Cost and share right over the steps since the last progress, in a few points; none where there was no step. */
  readonly curve: readonly CurvePoint[];
  readonly stepsASecond: number;
  /** Whether the worker trains; where it does not, no step comes after this one until it is ordered. */
  readonly running: boolean;
  /** How many messages of turned knobs are in it. */
  readonly turned: number;
}

/** What a pass over all examples came to, each measured just before it was learnt from. */
export interface EpochResult {
  readonly epoch: number;
  /** The step that ended it. */
  readonly step: number;
  readonly loss: number;
  readonly accuracy: number;
  /** On examples that are never learnt from; undefined where the pass was over too soon to measure each. */
  readonly heldOut: { readonly loss: number; readonly accuracy: number } | undefined;
}

/** One wrong answer. */
export interface Mistaken {
  /** [width], the example's numbers. */
  readonly pixels: Float32Array;
  readonly label: number;
  readonly answer: number;
  /** How much brighter the wrong answer was than the right one. */
  readonly margin: number;
}

/** What the network does with the held-out examples. */
export interface Look {
  readonly step: number;
  readonly loss: number;
  readonly accuracy: number;
  readonly mistakes: readonly Mistaken[];
  /** [classes][classes], rows are what it is, columns what was said. */
  readonly confusion: readonly (readonly number[])[];
}

/** What a worker has to say. */
export type Report =
  /** The examples are there. */
  | { readonly kind: 'ready'; readonly examples: number; readonly heldOut: number }
  | { readonly kind: 'progress'; readonly progress: Progress }
  /** Passes that have ended since the last time. */
  | { readonly kind: 'epochs'; readonly results: readonly EpochResult[] }
  /** Moments that `rewind` can go back to, by their steps, in order. */
  | { readonly kind: 'moments'; readonly steps: readonly number[] }
  | { readonly kind: 'look'; readonly look: Look }
  /** What looks like a mistake but may be meant, in words for people. */
  | { readonly kind: 'warning'; readonly message: string }
  /** Something went wrong, in words for people; the training is paused. */
  | { readonly kind: 'failed'; readonly message: string };

/** From the page to its worker. `sent` counts the orders. */
export type ToTrainer = Order & { readonly number: number; readonly sent: number };

/** From the worker to the page. `heard` is the last order that it knew of. */
export type FromTrainer = Report & { readonly number: number; readonly heard: number };
