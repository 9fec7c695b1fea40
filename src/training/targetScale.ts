// Warns of targets that a training cannot reach: of unscaled prices, where numbers of about 1 are needed.
import type { Dataset } from '../data/Dataset.js';
import { lastActivation } from '../learning/checkFit.js';
import type { Optimizer } from '../learning/optimizers/optimizer.js';
import { rateAt } from '../learning/schedules/schedule.js';
import { isBuiltIn, type LayerActivation } from '../model/activations/activation.js';
import type { Network } from '../model/Network.js';

/** Targets up to this size are within reach of most trainings, and not looked at any further. */
const USUAL = 5;

/** The fewest steps that a training is assumed to have: it may be one call of many. */
const STEPS = 1000;

/** The most examples, points of an activation and steps of a schedule that are looked at. */
const EXAMPLES = 1000;
const PLACES = 32;
const RATES = 100;

/** The largest share of the targets' variance that may remain when outputs are as near as they can come. */
const LEFT = 0.8;

/** The same as a share of the targets' squares: an output of 1 is near enough to a target of 1.1. */
const NEAR = 0.01;

/** A weighted sum that stands for sums of any size. */
const HUGE = 1e30;

/** The options of a training by which its outputs are bounded. */
export interface Extent {
  readonly optimizer: Optimizer;
  readonly epochs: number;
  readonly batchSize: number;
}

/**
 * Says if targets are out of reach: if the nearest outputs that the training can come to fit them hardly better than their mean does,
 * which does not depend on the inputs.
 *
 * Adam and RMSprop move a parameter by about the learning rate in a step, however large the gradient is. So the steps of a training
 * bound the parameters, and these the outputs: |a| <= |activation|(sum over j of (|w[j]| + travel) |a[j]| + |b| + travel), layer by layer.
 * The steps of other optimizers grow with the targets. There the last activation alone bounds the outputs, as tanh does to -1 and 1.
 *
 * @returns A sentence that says what to do; none where nothing is wrong.
 */
export function targetScale(network: Network, data: Dataset, extent: Extent): string[] {
  const { targets, targetWidth } = data;
  if (targets === undefined) return [];
  const rows = sampled(data.count, EXAMPLES);
  const columns = Array.from({ length: targetWidth }, (_, place) => rows.map((row) => targets[row * targetWidth + place]));
  const last = lastActivation(network);
  const end = isBuiltIn(last, 'identity') ? '' : 'End the network with output: identity. ';
  // A custom activation may not be made for sums of any size.
  const bounds: Reach = isBuiltIn(last) ? activatedRange(last, HUGE) : [-Infinity, Infinity];
  const outside = columns.findIndex((column) => isMissed(column, bounds));
  if (outside >= 0) return [warning(outside, columns[outside], `${last.name} keeps`, bounds, end)];
  const isFar = (column: readonly number[]) => column.some((target) => Math.abs(target) > USUAL);
  if (!columns.some(isFar)) return [];
  const travel = travelOf(extent, data.count);
  if (travel === undefined) return [];
  const reach = reachOf(network, inputSizes(data, rows), travel);
  const place = columns.findIndex((column, output) => isFar(column) && isMissed(column, reach[output]));
  if (place < 0) return [];
  const steps = `the steps of ${extent.optimizer.name} keep`;
  return [warning(place, columns[place], steps, reach[place], end)];
}

function warning(output: number, column: readonly number[], keeps: string, [least, most]: Reach, end: string): string {
  const size = short(Math.sqrt(squares(column)));
  const bounds = most < HUGE / PLACES ? `within ${short(least)} to ${short(most)}` : `at ${short(least)} or more`;
  return `targets: those of output ${output} are about ${size} (root mean square), and ${keeps} the output ${bounds}: too far to be learnt. ${end}Scale the targets to about 1, and turn the answers back: https://glassbox-nn.github.io/glassbox-nn/documents/Your_own_data.html#targets-that-are-large-numbers says how.`;
}

/** The smallest and the largest value of an output. */
type Reach = readonly [least: number, most: number];

/** How far each parameter moves at most; undefined where steps grow with the gradient. */
function travelOf({ optimizer, epochs, batchSize }: Extent, count: number): number | undefined {
  const { learningRate, update } = optimizer;
  const kernel = update.rule?.kernel;
  if (kernel !== 'adam' && kernel !== 'rmsprop') return undefined;
  const steps = Math.max(1, epochs * Math.ceil(count / batchSize));
  const looks = typeof learningRate === 'number' ? [0] : sampled(Math.min(steps, learningRate.steps ?? steps), RATES);
  return meanOf(looks.map((step) => rateAt(learningRate, step))) * Math.max(steps, STEPS);
}

/** Twice the root mean square of each input: [inputs]. */
function inputSizes(data: Dataset, rows: readonly number[]): number[] {
  const squares = new Array<number>(data.width).fill(0);
  const input = new Float32Array(data.width);
  for (const row of rows) {
    data.readInput(input, row);
    input.forEach((value, column) => {
      squares[column] = squares[column] + value * value;
    });
  }
  return squares.map((square) => 2 * Math.sqrt(square / rows.length));
}

/** The range of each output, if inputs have these sizes and parameters move so far. */
function reachOf({ layers }: Network, inputs: readonly number[], travel: number): Reach[] {
  let sizes = inputs;
  let reach: Reach[] = [];
  for (const layer of layers) {
    const { weights, biases, trainable, activation } = layer;
    const further = trainable ? travel : 0;
    reach = Array.from(biases, (bias, neuron) => {
      let sum = Math.abs(bias) + further;
      const start = neuron * sizes.length;
      for (let j = 0; j < sizes.length; j++) sum += (Math.abs(weights[start + j]) + further) * sizes[j];
      return activatedRange(activation, sum);
    });
    sizes = reach.map(([least, most]) => Math.max(Math.abs(least), Math.abs(most)));
  }
  return reach;
}

/** The smallest and the largest activation of weighted sums from -sum to sum. */
function activatedRange(activation: LayerActivation, sum: number): Reach {
  if (activation.kind === 'vector') return [0, 1];
  const all = Array.from({ length: PLACES + 1 }, (_, place) => activation(sum * ((2 * place) / PLACES - 1)));
  return [Math.min(...all), Math.max(...all)];
}

function isMissed(column: readonly number[], [least, most]: Reach): boolean {
  const mean = meanOf(column);
  const left = column.map((target) => target - Math.min(Math.max(target, least), most));
  const spread = column.map((target) => target - mean);
  return squares(left) > Math.max(LEFT * squares(spread), NEAR * squares(column));
}

/** The mean of the squares. */
function squares(values: readonly number[]): number {
  return meanOf(values.map((value) => value * value));
}

/** At most so many of the numbers from 0 to below `count`, evenly spaced. */
function sampled(count: number, most: number): number[] {
  const length = Math.min(count, most);
  return Array.from({ length }, (_, look) => Math.floor((look * count) / length));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function short(value: number): string {
  return value.toPrecision(2);
}
