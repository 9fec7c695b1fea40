// One training step in plain JavaScript: the reference that every other backend repeats to the bit.
import type { EpochAugmentation } from '../data/augmentation/EpochAugmentation.js';
import { checkInputs } from '../data/plainInputs.js';
import { fillTrace, type Trace, traceFor } from '../model/forward.js';
import type { Layer } from '../model/Layer.js';
import { checkFinite, firstNotFinite } from '../support/finite.js';
import { answer } from './answer.js';
import { backward, costOf } from './backward.js';
import { changesOf } from './changesOf.js';
import { clipGradients } from './clipping.js';
import { beginDropout, type Dropout, dropoutFor, forwardDropping } from './dropout.js';
import { addGradients, averageGradients, type LayerGradient, layerInputs, zeroGradients } from './gradients.js';
import { holdNorms } from './maxNorm.js';
import { divergence, moveParameters } from './moveParameters.js';
import { optimizerStateOf, restoreOptimizerState } from './optimizerState.js';
import { namedParameters, type Parameters, trainableParameters } from './parameters.js';
import { addPenalty } from './penalty.js';
import type { Step, StepPlan, StepTotals } from './Step.js';
import { firstTrainable, ofTrainable } from './trainableLayers.js';

/** What belongs to the layers that learn. */
interface Learners {
  /** The index of the first of them. */
  readonly first: number;
  readonly layers: readonly Layer[];
  readonly gradients: readonly LayerGradient[];
  readonly deltas: readonly Float32Array[];
  readonly columns: readonly Float32Array[];
}

/** The steps of a plan, worked out on the network's own arrays. */
export class TrainingStep implements Step {
  readonly plan: StepPlan;
  readonly trace: Trace;
  readonly target: Float32Array;
  readonly deltas: readonly Float32Array[];
  readonly gradients: readonly LayerGradient[];
  /** Of all layers, and of those that learn. */
  readonly knobs: readonly Pick<Parameters, 'name' | 'values'>[];
  readonly parameters: readonly Parameters[];
  readonly learners: Learners;
  readonly dropout: Dropout | undefined;
  /** What each layer sees. */
  readonly columns: readonly Float32Array[];
  /** All that an example's pass computes and multiplies with. */
  readonly computed: readonly Float32Array[];
  order: Uint32Array = new Uint32Array(0);
  /** How this epoch's images are changed. */
  changes: EpochAugmentation | undefined;
  examples = 0;
  totals: StepTotals = { cost: 0, right: 0 };
  /** Whether a sum of this batch was too large for a float32. */
  overflowed = false;
  steps = 0;
  readonly settled = true;

  /** @throws {@link NumericError} if a weight, bias or input is not finite. */
  constructor(plan: StepPlan) {
    const { layers } = plan.network;
    this.plan = plan;
    this.trace = traceFor(layers, new Float32Array(plan.data.width));
    this.target = new Float32Array(layers[layers.length - 1].outputs);
    this.deltas = layers.map(({ outputs }) => new Float32Array(outputs));
    this.gradients = zeroGradients(layers);
    this.knobs = namedParameters(layers);
    this.parameters = trainableParameters(layers, this.gradients, plan.optimizer.slots);
    this.dropout = dropoutFor(plan.dropout, this.trace);
    this.columns = this.dropout?.columns ?? layerInputs(this.trace);
    this.learners = {
      first: firstTrainable(layers),
      layers: ofTrainable(layers, layers),
      gradients: ofTrainable(layers, this.gradients),
      deltas: ofTrainable(layers, this.deltas),
      columns: ofTrainable(layers, this.columns),
    };
    const activations = this.trace.layers.map((layer) => layer.activations);
    const columns = new Set([...activations, ...this.columns]);
    columns.delete(this.trace.input);
    this.computed = [...columns, ...this.deltas];
    checkFinite(this.knobs, 'before training');
    checkInputs(plan.data);
  }

  beginEpoch(epoch: number, order: Uint32Array, progress = 0): void {
    this.order = order;
    this.changes = changesOf(this.plan, epoch, progress);
    if (this.dropout !== undefined) beginDropout(this.dropout, this.plan.seed, epoch);
  }

  addExamples(start: number, end: number): void {
    for (let position = start; position < end; position++) this.addExample(this.order[position]);
    this.examples += end - start;
  }

  addExample(example: number): void {
    const { trace, target, deltas, totals, dropout, learners } = this;
    const { network, data, loss } = this.plan;
    const { layers } = network;
    data.readInput(trace.input, example);
    this.changes?.change(trace.input, example);
    data.readTarget(target, example);
    const outputs = dropout === undefined ? fillTrace(layers, trace) : forwardDropping(layers, trace, dropout, example);
    totals.cost += costOf(layers[layers.length - 1], trace.layers[layers.length - 1], target, loss);
    if (data.labels !== undefined && answer(outputs) === data.labels[example]) totals.right += 1;
    backward(deltas, layers, trace, target, loss, dropout?.dropped, learners.first);
    // Products with a zero are passed over, and must not hide one with infinity.
    this.overflowed ||= this.computed.some((column) => firstNotFinite(column) >= 0);
    addGradients(learners.gradients, learners.deltas, learners.columns);
  }

  update(learningRate: number): StepTotals {
    const { parameters, learners, totals } = this;
    const { l1, l2, clipping, maxNorm } = this.plan;
    this.steps += 1;
    const moment = { step: this.steps, learningRate };
    if (!Number.isFinite(totals.cost) || this.overflowed) {
      // Weights are the caller's between steps: one that was set to NaN is named, and not blamed on the training.
      checkFinite(this.knobs, `at step ${this.steps}`);
      const got = Number.isFinite(totals.cost) ? 'a sum that overflowed' : `a cost of ${totals.cost}`;
      throw divergence(this.plan, moment, got);
    }
    averageGradients(learners.gradients, this.examples);
    addPenalty(learners.gradients, learners.layers, l1, l2);
    const unbounded = clipping && clipGradients(parameters, clipping);
    if (unbounded !== undefined) throw divergence(this.plan, moment, unbounded);
    moveParameters(parameters, this.plan, moment);
    holdNorms(learners.layers, maxNorm);
    for (const { gradient } of parameters) gradient.fill(0);
    this.examples = 0;
    this.totals = { cost: 0, right: 0 };
    return totals;
  }

  writeBack(): void {}

  readIn(): void {
    checkFinite(this.knobs, `at step ${this.steps + 1}`);
  }

  optimizerState(): Float32Array[] {
    return optimizerStateOf(this.parameters, this.plan.optimizer.slots);
  }

  restoreState(steps: number, memory: readonly Float32Array[]): void {
    this.readIn();
    this.steps = steps;
    restoreOptimizerState(this.parameters, this.plan.optimizer.slots, memory);
  }

  release(): void {}
}
