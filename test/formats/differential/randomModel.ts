// Random small models of Keras: rows of Dense layers as TensorFlow.js saves them, and near misses in settings, axes and order.
import { bytesOf, layer, SHARD, type Weight } from '../tensorflow/models.js';
import { type Draw, withOneMiss } from './Draw.js';

type Json = Record<string, unknown>;

/** A model, and what it may be asked. */
export interface RandomModel {
  readonly topology: Json;
  readonly weights: readonly Weight[];
  /** The sides of a row, and how many numbers it has. */
  readonly sides: readonly number[];
  readonly width: number;
}

/** The files of a model. */
export function filesOf({ topology, weights }: RandomModel): Record<string, string | Uint8Array> {
  const listed = weights.map(({ name, shape }) => ({ name, shape, dtype: 'float32' }));
  const model = { modelTopology: topology, weightsManifest: [{ paths: [SHARD], weights: listed }] };
  return { 'model.json': JSON.stringify(model), [SHARD]: bytesOf(weights.flatMap(({ numbers }) => numbers)) };
}

/** Activations by name, ours and others; gelu_new, which TensorFlow.js saves, it cannot load. */
const NAMES = ['linear', 'sigmoid', 'relu', 'tanh', 'elu', 'softplus', 'softsign', 'mish', 'softmax'];
const OTHERS = ['relu6', 'hardSigmoid', 'selu', 'swish', 'gelu'];

/** The model of a seed. */
export function randomModel(seed: number): RandomModel {
  return withOneMiss(seed, drawnModel);
}

function drawnModel(draw: Draw): RandomModel {
  const weights: Weight[] = [];
  const layers: { class_name: string; config: Json }[] = [];
  const add = (className: string, config: Json = {}): string => {
    const name = `layer${layers.length}`;
    layers.push(layer(className, { name, ...config }) as { class_name: string; config: Json });
    return name;
  };
  const sides = draw.chance(0.6)
    ? [draw.whole(1, 6)]
    : draw.of([1, 4], [4, 1], [2, 2], [2, 3], [1, 2, 3], [3, 1, 2], [6, 1, 1]);
  const width = sides.reduce((product, side) => product * side, 1);
  add('InputLayer', { batch_input_shape: [draw.chance(0.8) ? null : 3, ...sides] });
  const order = draw.miss() ? 'channels_first' : draw.of(undefined, 'channels_last');
  const flatten = () => add('Flatten', { data_format: order });
  const scales = draw.chance(0.3);
  const isFlatFirst = draw.chance(0.5);
  if (sides.length > 1 && isFlatFirst) flatten();
  if (scales) scaling(draw, sides.length > 1 && isFlatFirst ? [width] : sides, add, weights);
  if (draw.chance(0.2)) add(draw.of('Dropout', 'GaussianNoise'), { rate: 0.5, stddev: 1 });
  if (sides.length > 1 && !isFlatFirst) flatten();
  let inputs = width;
  const count = draw.whole(1, 3);
  for (let place = 1; place <= count; place++) {
    const outputs = draw.whole(1, 4);
    const within = draw.miss()
      ? draw.of(...OTHERS, 'softmax')
      : draw.of(...NAMES.slice(0, place === count ? NAMES.length : -1));
    const isBehind = draw.chance(0.3);
    const use_bias = draw.miss() ? draw.of(0, 1, null) : draw.of(true, true, false);
    const name = add('Dense', { units: outputs, use_bias, activation: isBehind ? 'linear' : within });
    weights.push({ name: `${name}/kernel`, shape: [inputs, outputs], numbers: draw.numbers(inputs * outputs) });
    if (use_bias !== false && use_bias !== 0)
      weights.push({ name: `${name}/bias`, shape: [outputs], numbers: draw.numbers(outputs) });
    if (draw.chance(0.1)) add('Dropout', { rate: 0.5 });
    if (isBehind) behind(draw, within, add);
    inputs = outputs;
  }
  return { topology: draw.chance(0.5) ? inARow(layers) : linked(layers), weights, sides, width };
}

/** A scaling in front. */
function scaling(
  draw: Draw,
  sides: readonly number[],
  add: (className: string, config?: Json) => string,
  weights: Weight[],
): void {
  if (draw.chance(0.4)) {
    add('Rescaling', { scale: draw.factors(1)[0], offset: draw.numbers(1)[0] });
    return;
  }
  const axis = draw.miss() ? draw.whole(1, sides.length) : draw.of(-1, sides.length);
  const count = sides[(axis < 0 ? sides.length + 1 + axis : axis) - 1] as number;
  const [scale, center] = [draw.chance(0.6), draw.chance(0.6)];
  const name = add('BatchNormalization', { axis, scale, center, epsilon: draw.of(0.001, 0.5) });
  const list = (part: string, numbers: number[]) => weights.push({ name: `${name}/${part}`, shape: [count], numbers });
  if (scale) list('gamma', draw.factors(count));
  if (center) list('beta', draw.numbers(count));
  list('moving_mean', draw.numbers(count));
  list('moving_variance', draw.factors(count));
}

/** An activation as a layer. */
function behind(draw: Draw, name: string, add: (className: string, config?: Json) => string): void {
  const isNear = draw.miss();
  draw.of(
    () => add('Activation', { activation: name }),
    () => add('ReLU', { max_value: isNear ? draw.of(6, 0.5) : null }),
    () => add('LeakyReLU', isNear ? draw.of({}, { alpha: 0.2 }) : { alpha: 0.01 }),
    () => add('ELU', { alpha: 1 }),
    () => add('Softmax', { axis: isNear ? draw.of(0, -2, 2) : draw.of(-1, 1) }),
    () => add(isNear ? 'ThresholdedReLU' : 'ReLU', {}),
  )();
}

function inARow(layers: readonly Json[]): Json {
  return { class_name: 'Sequential', config: { name: 'model', layers } };
}

function linked(layers: readonly { class_name: string; config: Json }[]): Json {
  const names = layers.map(({ config }) => config.name);
  const nodes = layers.map((item, index) => ({
    ...item,
    name: names[index],
    inbound_nodes: index === 0 ? [] : [[[names[index - 1], 0, 0, {}]]],
  }));
  const config = { name: 'model', layers: nodes, input_layers: [[names[0], 0, 0]], output_layers: [[names.at(-1), 0, 0]] };
  return { class_name: 'Model', config };
}
