import type { Dataset } from '../../data/Dataset.js';
import { layerAt } from '../../model/layerAt.js';
import type { Sizes } from '../../model/sizes.js';
import type { Network } from '../../model/typedBySizes.js';
import { wholeNumber } from '../../support/checks.js';
import { readOptions } from '../../support/options.js';
import { readable } from '../../support/views.js';
import { evaluate } from '../../training/evaluate.js';
import type { StepRecord } from '../../training/records.js';
import { widthOf } from '../raster/readCells.js';
import { type Theme, type ThemeName, themeOf } from '../themes.js';
import { type Frame, smallWeights } from './Frame.js';
import { recordingPage } from './recordingPage.js';

/** Options of {@link record}. */
export interface RecordOptions {
  /** Index in `network.layers` of the layer whose weights are kept; 0 if left out. */
  readonly layer?: number | undefined;
  /** Weights in a row of a grid; the root if left out, where they fill a square: 28 for 784. */
  readonly width?: number | undefined;
  /** Steps between two moments at first, from 1; 10 if left out. */
  readonly every?: number | undefined;
  /** The most moments that are kept, from 2; 60 if left out. Of more, every second one is dropped, and fewer are taken from then on. */
  readonly most?: number | undefined;
  /** The most neurons that are kept, from 1; 64 if left out. */
  readonly neurons?: number | undefined;
  /** The title of the page; `A network learns` if left out. */
  readonly title?: string | undefined;
  /** `'video'`, `'blueOrange'`, `'grey'`, or a custom theme, for the weights; `'video'` if left out. */
  readonly theme?: ThemeName | Theme | undefined;
}

/** A recording of a training. */
export interface Recording {
  /** The `onBatch` of `fit`, `train` or `trainSteps`. It needs no `this`, and may serve several trainings in turn. */
  readonly onBatch: (record: StepRecord) => void;
  /** The moments kept so far, in order; the first is from before the training. */
  readonly frames: readonly Frame[];
  /**
   * The recording as the text of a page: the weights of every neuron, the cost and the accuracy, and a slider through time. It needs no other
   * file and nothing from the network, and allows nothing but itself.
   */
  toHtml(): string;
}

/**
 * Records how a network learns: how its weights, its cost and its accuracy change, for a page with a slider through time.
 *
 * @param network - The network that is to be trained.
 * @param data - The examples for cost and accuracy at every moment; a few hundred, so that the training is not slowed down.
 * @param options - `layer`, `width`, `every`, `most`, `neurons`, `title`, `theme`.
 * @returns The recording, whose first moment is now.
 * @throws As `evaluate`; {@link ShapeError} if the weights of a neuron fill no square and no width is given.
 *
 * @example
 * ```ts
 * import { Network, train } from 'glassbox-nn';
 * import { record } from 'glassbox-nn/pictures';
 * import { sampleDigits } from 'glassbox-nn/sample-digits';
 *
 * const digits = sampleDigits();
 * const network = new Network([784, 16, 16, 10]);
 * const recording = record(network, digits.test);
 * train(network, digits.train, { epochs: 2, onBatch: recording.onBatch });
 * recording.frames.map(({ step }) => step); // => [ 0, 10, 20, 30, 40, 50, 60 ]
 * recording.toHtml().slice(0, 15); // => '<!doctype html>'
 * ```
 */
export function record<S extends Sizes>(network: Network<S>, data: Dataset, options?: RecordOptions): Recording {
  const known = ['layer', 'width', 'every', 'most', 'neurons', 'title', 'theme'] as const;
  const given = readOptions('record options', options, known, { frames: 'Here it is called most.' });
  let every = wholeNumber('record: every', given.every ?? 10, 1);
  const most = wholeNumber('record: most', given.most ?? 60, 2, 1000);
  const theme = themeOf(given.theme);
  const first = evaluate(network, data);
  const layer = layerAt(network, given.layer ?? 0);
  const width = widthOf('record', layer.inputs, given.width);
  const neurons = Math.min(layer.outputs, wholeNumber('record: neurons', given.neurons ?? 64, 1, 1024));
  let frames: Frame[] = [{ step: 0, epoch: 0, ...measures(first), ...smallWeights(layer, neurons) }];
  let now = { step: 0, epoch: 0 };
  // Steps and epochs of trainings that ended before the current one.
  let before = { step: 0, epoch: 0 };

  const keep = () => {
    const measured = measures(evaluate(network, data));
    // The last one may stand between two moments that are due, until there is another.
    frames = frames.filter(({ step }) => step % every === 0);
    frames.push({ ...now, ...measured, ...smallWeights(layer, neurons) });
    if (frames.length > most) {
      every *= 2;
      frames = frames.filter(({ step }) => step % every === 0);
    }
  };

  return Object.freeze({
    onBatch: (record: StepRecord) => {
      const given = readable<StepRecord>(record);
      const step = wholeNumber('recording.onBatch: step', given.step, 1);
      const epoch = wholeNumber('recording.onBatch: epoch', given.epoch, 1);
      if (before.step + step <= now.step) before = now;
      now = { step: before.step + step, epoch: before.epoch + epoch };
      if (now.step % every === 0) keep();
    },
    get frames() {
      return [...frames];
    },
    toHtml: () => {
      if (frames[frames.length - 1].step !== now.step) keep();
      const title = given.title ?? 'A network learns';
      return recordingPage({ title, frames, neurons, width, height: layer.inputs / width, theme, network: String(network) });
    },
  });
}

function measures({ loss, accuracy }: Pick<Frame, 'loss' | 'accuracy'>): Pick<Frame, 'loss' | 'accuracy'> {
  return { loss, accuracy };
}
