// One training step in plain JavaScript: the reference that every other backend repeats to the bit.
import type { Dataset } from '../data/Dataset.js';
import { fillTrace, type Trace, traceFor } from '../model/forward.js';
import type { Layer } from '../model/Layer.js';
import type { Network } from '../model/Network.js';
import { NumericError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import { answer } from './answer.js';
import { backward, costOf } from './backward.js';
import { addGradients, averageGradients, type LayerGradient, zeroGradients } from './gradients.js';
import type { Loss } from './losses/loss.js';
import type { Optimizer } from './optimizers/optimizer.js';
import { checkFinite, overflowIn, type Parameters, parametersOf } from './parameters.js';

/** What a step saw on its way. */
export interface StepTotals {
  /** Sum of the examples' costs. */
  cost: number;
  /** How many examples were answered right; 0 where there are no classes. */
  right: number;
}

/**
 * The step of one network on one data set. `add` takes examples in, as many at a time as one likes; `apply` then moves the
 * weights once. Until `apply` returns, the network is as it was.
 */
export class TrainingStep {
  readonly layers: readonly Layer[];
  readonly data: Dataset;
  readonly loss: Loss;
  readonly optimizer: Optimizer;
  readonly trace: Trace;
  readonly target: Float32Array;
  readonly deltas: readonly Float32Array[];
  readonly gradients: readonly LayerGradient[];
  readonly parameters: readonly Parameters[];
  examples = 0;
  totals: StepTotals = { cost: 0, right: 0 };
  steps = 0;

  constructor(network: Network, data: Dataset, loss: Loss, optimizer: Optimizer) {
    const { layers } = network;
    this.layers = layers;
    this.data = data;
    this.loss = loss;
    this.optimizer = optimizer;
    this.trace = traceFor(layers, new Float32Array(data.width));
    this.target = new Float32Array(layers[layers.length - 1].outputs);
    this.deltas = layers.map(({ outputs }) => new Float32Array(outputs));
    this.gradients = zeroGradients(layers);
    this.parameters = parametersOf(layers, this.gradients, optimizer.slots);
    checkFinite(this.parameters, 'before training');
  }

  /** Takes examples `order[start]` up to, and not including, `order[end]` into the batch. */
  add(order: Uint32Array, start: number, end: number): void {
    for (let position = start; position < end; position++) this.addExample(order[position]);
    this.examples += end - start;
  }

  addExample(example: number): void {
    const { layers, data, trace, target, loss, deltas, gradients, totals } = this;
    data.readInput(trace.input, example);
    data.readTarget(target, example);
    const outputs = fillTrace(layers, trace);
    totals.cost += costOf(layers[layers.length - 1], trace.layers[layers.length - 1], target, loss);
    if (data.labels !== undefined && answer(outputs) === data.labels[example]) totals.right += 1;
    backward(deltas, layers, trace, target, loss);
    addGradients(gradients, deltas, trace);
  }

  /** Averages over the batch, moves the weights, and starts an empty batch. If it throws, the weights are as they were. */
  apply(learningRate: number): StepTotals {
    const { parameters, gradients, optimizer, totals, examples } = this;
    this.steps += 1;
    if (!Number.isFinite(totals.cost)) {
      // Weights are the caller's between steps: one that was set to NaN is named, and not blamed on the training.
      checkFinite(parameters, `at step ${this.steps}`);
      throw divergence(this.steps, `a cost of ${totals.cost}`);
    }
    averageGradients(gradients, examples);
    const moment = { step: this.steps, learningRate };
    for (const { values, before } of parameters) before.set(values);
    try {
      for (const { values, gradient, slots } of parameters) optimizer.update(values, gradient, slots, moment);
      const overflow = overflowIn(parameters);
      if (overflow !== undefined) throw divergence(this.steps, overflow);
    } catch (error) {
      for (const { values, before } of parameters) values.set(before);
      throw error;
    }
    for (const { gradient } of parameters) gradient.fill(0);
    this.examples = 0;
    this.totals = { cost: 0, right: 0 };
    return totals;
  }
}

function divergence(step: number, got: string): NumericError {
  return new NumericError(
    wording(
      `training step ${step}`,
      'finite numbers',
      got,
      'The network keeps its last finite weights. Try a lower learningRate, or inputs scaled to about 1.',
    ),
  );
}
