// The weights of layers, and biases that are not 0, drawn when they are first needed.
import { Random } from '../random/Random.js';
import { float32Number } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import type { Initializer } from './initializers/initializer.js';
import type { Layer } from './Layer.js';

/** Where a layer keeps its weights. Another copy of this library finds them by the same key. */
const WEIGHTS = /* @__PURE__ */ Symbol.for('glassbox-nn: weights');

/** The weights of a layer. */
interface LayerWeights {
  /** [outputs, inputs]; undefined until they are drawn. */
  values: Float32Array | undefined;
  /** The index of the stream that drew them; undefined for weights that were given. */
  index: number | undefined;
  /** [outputs]; undefined until they are drawn. */
  biases: Float32Array | undefined;
}

/** The part of a layer that its draws depend on. */
type Drawn = Pick<Layer, 'inputs' | 'outputs' | 'initializer' | 'biasInitializer' | 'seed'>;

/** Gives a layer its weights and biases, or none yet: they are drawn when they are first read, or by the network that takes the layer. */
export function keepWeights(layer: object, values: Float32Array | undefined, biases: Float32Array | undefined): void {
  const weights: LayerWeights = { values, index: undefined, biases };
  Object.defineProperty(layer, WEIGHTS, { value: weights });
}

/** The weights of a layer: drawn now, as those of a first layer, if nothing has needed them before. */
export function weightsOf(layer: Layer): Float32Array {
  const weights = weightsIn(layer) as LayerWeights;
  if (weights.values === undefined) {
    weights.values = drawWeights(layer, 0);
    weights.index = 0;
  }
  return weights.values;
}

/** The biases of a layer: drawn now, as those of a first layer, if it waits for them. */
export function biasesOf(layer: Layer): Float32Array {
  const weights = weightsIn(layer) as LayerWeights;
  weights.biases ??= drawBiases(layer, 0);
  return weights.biases;
}

/** Gives a layer that waits for its weights those of another layer, and its biases. */
export function giveWeights(layer: Layer, values: Float32Array, biases: Float32Array): void {
  Object.assign(weightsIn(layer) as LayerWeights, { values, biases });
}

/** Whether a layer waits for its weights, or for its biases. */
export function isUndrawn(layer: object, array: 'values' | 'biases' = 'values'): boolean {
  const weights = weightsIn(layer);
  return weights !== undefined && weights[array] === undefined;
}

/**
 * Draws the weights and biases of all layers that wait for them, each by its seed and its place in the network. All are drawn before any
 * layer gets its own, since an initializer may throw.
 */
export function drawLayers(layers: readonly Layer[]): void {
  const fresh = layers.map((layer, index) => ({
    ...(isUndrawn(layer) && { values: drawWeights(layer, index), index }),
    ...(isUndrawn(layer, 'biases') && { biases: drawBiases(layer, index) }),
  }));
  refuseTwins(layers, fresh);
  for (const [index, drawn] of fresh.entries()) Object.assign(weightsIn(layers[index]) ?? {}, drawn);
}

/** The weights, [outputs, inputs], that the stream of a layer's seed and of an index gives. */
function drawWeights(layer: Drawn, index: number): Float32Array {
  return draw(layer, layer.initializer, layer.inputs * layer.outputs, index);
}

/** The biases, [outputs]: 0, or from a stream of their own, so that they change no weight. */
function drawBiases(layer: Drawn, index: number): Float32Array {
  const { biasInitializer, outputs } = layer;
  return biasInitializer ? draw(layer, biasInitializer, outputs, `biases ${index}`) : new Float32Array(outputs);
}

/** Numbers that an initializer draws, [count], from the stream of a layer's seed and of a key. */
function draw(
  { inputs, outputs, seed = 0 }: Drawn,
  initializer: Initializer,
  count: number,
  key: number | string,
): Float32Array {
  const random = Random.stream(seed, key);
  const drawn = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const number = initializer(random, inputs, outputs);
    // Only what is no number is worth a closer look: networks are often built before this code is compiled.
    if (!Number.isFinite(number) || !Number.isFinite(Math.fround(number)))
      float32Number('weight or bias drawn by the initializer', number);
    drawn[i] = number;
  }
  return drawn;
}

/**
 * Throws if the weights of a layer came from the same draws as those of one before it, as of two equal layers that were looked at
 * one by one: neurons that begin alike learn alike.
 */
function refuseTwins(layers: readonly Layer[], fresh: readonly Partial<LayerWeights>[]): void {
  const valuesOf = (place: number) => fresh[place].values ?? layers[place].weights;
  // The layers of each stream, seed and size: a file may have many thousands.
  const alike = new Map<string, number[]>();
  layers.forEach((layer, index) => {
    const stream = fresh[index].index ?? weightsIn(layer)?.index;
    if (stream === undefined) return;
    const key = `${stream}, ${layer.seed ?? 0}: ${layer.inputs} x ${layer.outputs}`;
    const others = alike.get(key) ?? [];
    const twin = others.find((before) => areTwins(layer, stream, valuesOf(index), valuesOf(before)));
    if (twin !== undefined) {
      throw new ArgumentError(
        wording(
          `layers[${index}]`,
          'weights of its own',
          `those of layers[${twin}], drawn by the same seed`,
          'Give each a seed, or put them into the network before anything reads their weights.',
        ),
      );
    }
    others.push(index);
    alike.set(key, others);
  });
}

/** Whether two arrays of weights are equal, not all the same number, and still as they were drawn. */
function areTwins(layer: Layer, stream: number, weights: Float32Array, others: Float32Array): boolean {
  if (weights.every((weight) => weight === weights[0]) || !weights.every((weight, i) => weight === others[i])) return false;
  try {
    const drawn = drawWeights(layer, stream);
    return weights.every((weight, i) => weight === drawn[i]);
  } catch {
    // An initializer with a memory of its own, as one that reads a list, cannot be asked twice.
    return false;
  }
}

function weightsIn(layer: object): LayerWeights | undefined {
  return (layer as { readonly [WEIGHTS]?: LayerWeights })[WEIGHTS];
}
