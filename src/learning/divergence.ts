// The error of a training whose numbers run away. It names what in the plan is out of measure.
import type { Dataset } from '../data/Dataset.js';
import { NumericError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import type { Optimizer, UpdateMoment } from './optimizers/optimizer.js';
import { namedParameters } from './parameters.js';
import type { StepPlan } from './Step.js';

/** Examples that are looked at. */
const LOOKS = 100;

/** Sizes of inputs and targets, and of weights, beyond which they are named. */
const LARGE = 10;
const LARGE_WEIGHT = 1000;

/** The error of a step whose numbers are no longer finite. The network has its last finite weights by then. */
export function divergence(plan: StepPlan, moment: UpdateMoment, got: string): NumericError {
  const remedy = `The network keeps its last finite weights. ${wayOut(plan, moment)}`;
  return new NumericError(wording(`training step ${moment.step}`, 'finite numbers', got, remedy));
}

/** The weight decay of a built-in optimizer; 0 where there is none, or none that can be known. */
export function weightDecayOf({ update }: Optimizer): number {
  return update.rule?.constants({ step: 1, learningRate: 1 })[0] ?? 0;
}

/**
 * What to do about numbers that ran away at a learning rate. A penalty or a decay that takes more than the whole of a weight in one
 * step (rate x l1 > 1, rate x 2 l2 > 1, rate x weightDecay > 1) is named; so are inputs, targets and weights to begin with
 * that are far from 1. If there is none of these, it is the rate.
 */
function wayOut({ network, data, optimizer, l1, l2 }: StepPlan, { step, learningRate }: UpdateMoment): string {
  const decay = weightDecayOf(optimizer);
  const inputs = largestOf(data, data.width, (row, example) => data.readInput(row, example));
  const outputs = network.layers[network.layers.length - 1].outputs;
  const targets = largestOf(data, outputs, (row, example) => data.readTarget(row, example));
  const weights = namedParameters(network.layers).reduce((most, { values }) => Math.max(most, sizeOf(values)), 0);
  const found = [
    learningRate * l1 > 1 && `a smaller l1 than ${l1}`,
    learningRate * 2 * l2 > 1 && `a smaller l2 than ${l2}`,
    learningRate * decay > 1 && `a smaller weightDecay than ${short(decay)}`,
    inputs > LARGE && `inputs scaled to about 1 (they are up to ${short(inputs)})`,
    targets > LARGE && `targets scaled to about 1 (they are up to ${short(targets)})`,
    step === 1 && weights > LARGE_WEIGHT && `smaller weights (they are up to ${short(weights)})`,
  ].filter((remedy) => remedy !== false);
  const rate = `a lower learningRate than ${short(learningRate)}`;
  return `Try ${found.length === 0 ? rate : `${found.join(' and ')}, or ${rate}`}.`;
}

/** The largest size among the first rows. */
function largestOf(data: Dataset, width: number, read: (row: Float32Array, example: number) => void): number {
  const row = new Float32Array(width);
  let most = 0;
  for (let example = 0; example < Math.min(LOOKS, data.count); example++) {
    read(row, example);
    most = Math.max(most, sizeOf(row));
  }
  return most;
}

function sizeOf(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function short(value: number): string {
  return `${Number(value.toPrecision(3))}`;
}
