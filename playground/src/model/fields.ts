// The fields of an address: how each is written, and what may stand in it.
import { hiddenActivations, initializers, MOST, type NetworkSpec, outputActivations } from './NetworkSpec';
import { ready } from './origins';
import { type PageState, type Scheme, schemes } from './PageState';
import { losses, optimizers, sources, TRAINING_LIMITS, type TrainingSpec } from './TrainingSpec';
import { taskOf, tasks } from './tasks';
import { packDrawing, unpackDrawing } from './zeroRuns';

/** One field. */
export interface Field {
  readonly write: (state: PageState) => string;
  /** The state with what stands in the text; undefined if it is none. */
  readonly read: (text: string, state: PageState) => PageState | undefined;
  /** What is expected, in words. */
  readonly expected: string;
}

/** A field that is one of some words. */
function word(words: readonly string[], write: Field['write'], put: (word: string, state: PageState) => PageState): Field {
  return {
    write,
    read: (text, state) => (words.includes(text) ? put(text, state) : undefined),
    expected: `one of ${words.join(', ')}`,
  };
}

/** A word of the network's settings, or of the training's. */
function networkWord<Key extends 'hidden' | 'output' | 'initializer'>(key: Key, words: object): Field {
  return word(
    Object.keys(words),
    ({ network }) => network[key],
    (text, state) => ({ ...state, network: { ...state.network, [key]: text as NetworkSpec[Key] } }),
  );
}

function trainingWord<Key extends 'source' | 'loss' | 'optimizer'>(key: Key, words: readonly string[]): Field {
  return word(
    words,
    ({ training }) => training[key],
    (text, state) => ({ ...state, training: { ...state.training, [key]: text as TrainingSpec[Key] } }),
  );
}

/** A number between two others; whole, unless it is a rate. */
function number(
  [low, high]: readonly [number, number],
  write: (state: PageState) => number,
  put: (value: number, state: PageState) => PageState,
  form = /^\d{1,10}$/,
): Field {
  return {
    write: (state) => String(write(state)),
    read: (text, state) => {
      const value = form.test(text) ? Number(text) : Number.NaN;
      return value >= low && value <= high ? put(value, state) : undefined;
    },
    expected: `a number from ${low} to ${high}`,
  };
}

function readSizes(text: string): readonly number[] | undefined {
  if (!/^\d{1,4}(-\d{1,4}){1,7}$/.test(text)) return undefined;
  const sizes = text.split('-').map(Number);
  const task = taskOf(sizes[0]);
  const hidden = sizes.slice(1, -1);
  const right = task !== undefined && sizes.at(-1) === tasks[task].outputs && hidden.length <= MOST.columns;
  return right && hidden.every((size) => size >= 1 && size <= MOST.neurons) ? sizes : undefined;
}

/** All fields by their names in the address. */
export const fields: Readonly<Record<string, Field>> = {
  shown: word(
    [...Object.keys(ready), 'built'],
    ({ shown }) => shown,
    (text, state) => ({ ...state, shown: text as PageState['shown'] }),
  ),
  sizes: {
    write: ({ network }) => network.sizes.join('-'),
    read: (text, state) => {
      const sizes = readSizes(text);
      return sizes && { ...state, network: { ...state.network, sizes } };
    },
    expected: `784-...-10 or 2-...-2, with at most ${MOST.columns} columns of 1 to ${MOST.neurons} between them`,
  },
  hidden: networkWord('hidden', hiddenActivations),
  output: networkWord('output', outputActivations),
  initializer: networkWord('initializer', initializers),
  seed: number(
    [0, MOST.seed],
    ({ network }) => network.seed,
    (seed, state) => ({ ...state, network: { ...state.network, seed } }),
  ),
  source: trainingWord('source', sources),
  loss: trainingWord('loss', Object.keys(losses)),
  optimizer: trainingWord('optimizer', Object.keys(optimizers)),
  rate: number(
    TRAINING_LIMITS.learningRate,
    ({ training }) => training.learningRate,
    (learningRate, state) => ({ ...state, training: { ...state.training, learningRate } }),
    /^\d{1,3}(\.\d{1,30})?(e-\d{1,3})?$/,
  ),
  batch: number(
    TRAINING_LIMITS.batchSize,
    ({ training }) => training.batchSize,
    (batchSize, state) => ({ ...state, training: { ...state.training, batchSize } }),
  ),
  order: number(
    TRAINING_LIMITS.seed,
    ({ training }) => training.seed,
    (seed, state) => ({ ...state, training: { ...state.training, seed } }),
  ),
  neuron: {
    write: ({ selected: { layer, neuron } }) => `${layer}.${neuron}`,
    read: (text, state) => {
      const [, layer, neuron] = /^(\d)\.(\d{1,3})$/.exec(text) ?? [];
      return layer === undefined ? undefined : { ...state, selected: { layer: Number(layer), neuron: Number(neuron) } };
    },
    expected: 'a layer, a point and a neuron, as 0.12',
  },
  scheme: word(
    schemes,
    ({ scheme }) => scheme,
    (text, state) => ({ ...state, scheme: text as Scheme }),
  ),
  drawing: {
    write: ({ drawing }) => packDrawing(drawing),
    read: (text, state) => {
      const drawing = unpackDrawing(text);
      return drawing && { ...state, drawing };
    },
    expected: 'a drawing of 784 pixels',
  },
};
