// One training step in plain JavaScript: the reference that every other backend repeats to the bit.
import { checkInputs } from '../data/plainInputs.js';
import { fillTrace, type Trace, traceFor } from '../model/forward.js';
import { answer } from './answer.js';
import { backward, costOf } from './backward.js';
import { clipGradients } from './clipping.js';
import { beginDropout, type Dropout, dropoutFor, forwardDropping } from './dropout.js';
import { addGradients, averageGradients, columnsOf, type LayerGradient, zeroGradients } from './gradients.js';
import { divergence, moveParameters } from './moveParameters.js';
import { checkFinite, firstNotFinite, type Parameters, parametersOf } from './parameters.js';
import { addPenalty } from './penalty.js';
import type { Step, StepPlan, StepTotals } from './Step.js';

/** The steps of a plan, worked out on the network's own arrays. */
export class TrainingStep implements Step {
  readonly plan: StepPlan;
  readonly trace: Trace;
  readonly target: Float32Array;
  readonly deltas: readonly Float32Array[];
  readonly gradients: readonly LayerGradient[];
  readonly parameters: readonly Parameters[];
  readonly dropout: Dropout | undefined;
  /** What each layer sees. */
  readonly columns: readonly Float32Array[];
  /** All that an example's pass computes and multiplies with. */
  readonly computed: readonly Float32Array[];
  order: Uint32Array = new Uint32Array(0);
  examples = 0;
  totals: StepTotals = { cost: 0, right: 0 };
  /** Whether a sum of this batch was too large for a float32. */
  overflowed = false;
  steps = 0;

  /** @throws {@link NumericError} if a weight, bias or input is not finite. */
  constructor(plan: StepPlan) {
    const { layers } = plan.network;
    this.plan = plan;
    this.trace = traceFor(layers, new Float32Array(plan.data.width));
    this.target = new Float32Array(layers[layers.length - 1].outputs);
    this.deltas = layers.map(({ outputs }) => new Float32Array(outputs));
    this.gradients = zeroGradients(layers);
    this.parameters = parametersOf(layers, this.gradients, plan.optimizer.slots);
    this.dropout = dropoutFor(plan.dropout, this.trace);
    this.columns = this.dropout?.columns ?? columnsOf(this.trace);
    const activations = this.trace.layers.map((layer) => layer.activations);
    const columns = new Set([...activations, ...this.columns]);
    columns.delete(this.trace.input);
    this.computed = [...columns, ...this.deltas];
    checkFinite(this.parameters, 'before training');
    checkInputs(plan.data);
  }

  begin(epoch: number, order: Uint32Array): void {
    this.order = order;
    if (this.dropout !== undefined) beginDropout(this.dropout, this.plan.seed, epoch);
  }

  add(start: number, end: number): void {
    for (let position = start; position < end; position++) this.addExample(this.order[position]);
    this.examples += end - start;
  }

  addExample(example: number): void {
    const { trace, target, deltas, totals, dropout } = this;
    const { network, data, loss } = this.plan;
    const { layers } = network;
    data.readInput(trace.input, example);
    data.readTarget(target, example);
    const outputs = dropout === undefined ? fillTrace(layers, trace) : forwardDropping(layers, trace, dropout, example);
    totals.cost += costOf(layers[layers.length - 1], trace.layers[layers.length - 1], target, loss);
    if (data.labels !== undefined && answer(outputs) === data.labels[example]) totals.right += 1;
    backward(deltas, layers, trace, target, loss, dropout?.dropped);
    // Products with a zero are passed over, and must not hide one with infinity.
    this.overflowed ||= this.computed.some((column) => firstNotFinite(column) >= 0);
    addGradients(this.gradients, deltas, this.columns);
  }

  apply(learningRate: number): StepTotals {
    const { parameters, gradients, totals } = this;
    const { network, l1, l2, clipping } = this.plan;
    this.steps += 1;
    if (!Number.isFinite(totals.cost) || this.overflowed) {
      // Weights are the caller's between steps: one that was set to NaN is named, and not blamed on the training.
      checkFinite(parameters, `at step ${this.steps}`);
      const got = Number.isFinite(totals.cost) ? 'a sum that overflowed' : `a cost of ${totals.cost}`;
      throw divergence(this.steps, got);
    }
    averageGradients(gradients, this.examples);
    addPenalty(gradients, network.layers, l1, l2);
    const unbounded = clipping && clipGradients(parameters, clipping);
    if (unbounded !== undefined) throw divergence(this.steps, unbounded);
    moveParameters(parameters, this.plan.optimizer, { step: this.steps, learningRate });
    for (const { gradient } of parameters) gradient.fill(0);
    this.examples = 0;
    this.totals = { cost: 0, right: 0 };
    return totals;
  }

  publish(): void {}

  adopt(): void {
    checkFinite(this.parameters, `at step ${this.steps + 1}`);
  }

  release(): void {}
}
