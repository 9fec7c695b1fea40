// The layers of a new network: made from sizes, or taken as given and checked against each other.
import { wholeNumber } from '../support/checks.js';
import { ArgumentError, ShapeError } from '../support/errors.js';
import { readOptions } from '../support/options.js';
import { isList } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import type { Activation, LayerActivation } from './activations/activation.js';
import { checkActivation } from './activations/checkActivation.js';
import { sigmoid } from './activations/sigmoid.js';
import { checkLayer } from './checkLayer.js';
import { drawLayers } from './drawWeights.js';
import type { Initializer } from './initializers/initializer.js';
import { Layer } from './Layer.js';
import { checkColumnCount, checkParameterCount } from './limits.js';
import { networkHome } from './networkHomes.js';

/** Options of a network made from layers: names. */
export interface NamesOptions {
  /** The names of the classes, in the order of the outputs; those of the first training data that has names if left out. */
  readonly classNames?: readonly string[] | undefined;
  /** The names of the columns of the inputs; those of the first training data that has names if left out. */
  readonly columnNames?: readonly string[] | undefined;
}

/** Options of a {@link Network} made from sizes. */
export interface NetworkOptions extends NamesOptions {
  /** The activation of every layer but the last; sigmoid if left out. */
  readonly hidden?: Activation | undefined;
  /** The activation of the last layer; sigmoid if left out. */
  readonly output?: LayerActivation | undefined;
  /** Draws the weights; He's for layers of the ReLU family and Glorot's for the others if left out. */
  readonly initializer?: Initializer | undefined;
  /** Draws the biases of every layer; all are 0 if left out, as in Keras. `uniform(-1, 1)` helps to follow a curve of few inputs. */
  readonly biasInitializer?: Initializer | undefined;
  /** Whole number from 0 to 2^53 - 1 that decides the draws; 0 if left out. */
  readonly seed?: number | undefined;
}

/** Layers that fit each other, their weights drawn, and the names as they were given. */
export interface NetworkParts {
  readonly layers: readonly Layer[];
  readonly names: NamesOptions;
}

/** The layers of a network from its sizes, or as they are given. */
export function layersFrom(given: readonly number[] | readonly Layer[], options: NetworkOptions | undefined): NetworkParts {
  if (!isList(given)) {
    throw new ArgumentError(
      wording('Network', 'an array of sizes or of layers', describe(given), 'For example new Network([784, 16, 16, 10]).'),
    );
  }
  checkColumnCount(given.length);
  // A copy with its holes filled by undefined, so that a sparse array is refused and a later change has no effect.
  const items: readonly unknown[] = Array.from(given);
  return typeof items[0] === 'object' && items[0] !== null ? checkLayers(items, options) : fromSizes(items, options);
}

const NAMES = ['classNames', 'columnNames'] as const;

function fromSizes(items: readonly unknown[], options: NetworkOptions | undefined): NetworkParts {
  const {
    hidden = sigmoid,
    output = sigmoid,
    initializer,
    biasInitializer,
    seed = 0,
    classNames,
    columnNames,
  } = readOptions(
    'Network options',
    options,
    ['hidden', 'output', 'initializer', 'biasInitializer', 'seed', ...NAMES],
    networkHome,
  );
  if (items.length < 2) {
    throw new ArgumentError(
      wording('Network sizes', 'two sizes or more', `${items.length}`, 'The first is the inputs, the last the outputs.'),
    );
  }
  const sizes = items.map((size, index) => wholeNumber(`sizes[${index}]`, size, 1));
  checkParameterCount(sizes);
  checkHidden('Network hidden', checkActivation('Network hidden', hidden));
  checkActivation('Network output', output);
  const layers = sizes.slice(1).map((outputs, index) => {
    const activation = index === sizes.length - 2 ? output : hidden;
    return new Layer(sizes[index], outputs, { activation, seed, initializer, biasInitializer });
  });
  drawLayers(layers);
  return { layers, names: { classNames, columnNames } };
}

function checkLayers(items: readonly unknown[], options: NamesOptions | undefined): NetworkParts {
  const own = 'Give each Layer its own.';
  const elsewhere = (name: string) => (/^(hidden|output|activation|seed)$|nitializer$/.test(name) ? own : networkHome(name));
  const names = readOptions('Network options beside layers', options, NAMES, elsewhere);
  const layers = items.map((item, index) => checkLayer(`layers[${index}]`, item));
  checkParameterCount([layers[0].inputs, ...layers.map((layer) => layer.outputs)]);
  const seen = new Set<Layer>();
  for (const [index, layer] of layers.entries()) {
    const before = layers[index - 1];
    if (before && before.outputs !== layer.inputs) {
      const expected = `${before.outputs} (the outputs of layers[${index - 1}])`;
      throw new ShapeError(wording(`layers[${index}] inputs`, expected, `${layer.inputs}`, 'Make the two the same.'));
    }
    if (seen.size === seen.add(layer).size) {
      throw new ArgumentError(
        wording(
          `layers[${index}]`,
          'a layer of its own',
          `layers[${layers.indexOf(layer)}] again`,
          'Make a new Layer for each place.',
        ),
      );
    }
    if (index < layers.length - 1) checkHidden(`layers[${index}] activation`, layer.activation);
  }
  drawLayers(layers);
  return { layers, names };
}

function checkHidden(what: string, activation: LayerActivation): void {
  if (activation.kind === 'vector') {
    throw new ArgumentError(
      wording(what, 'an element-wise activation, as relu', activation.name, 'Softmax stands on the last layer only.'),
    );
  }
}
