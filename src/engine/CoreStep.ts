// The training step in the core: the acts of `TrainingStep`, to the same bits.
import type { Dataset } from '../data/Dataset.js';
import { divergence } from '../learning/divergence.js';
import type { UpdateMoment } from '../learning/optimizers/optimizer.js';
import { type LayerGradient, namedParameters, optimizerStateOf, restoreOptimizerState } from '../learning/parameters.js';
import type { Step, StepPlan, StepTotals } from '../learning/Step.js';
import { checkFinite } from '../support/checks.js';
import type { NumericError } from '../support/errors.js';
import { overflowInCore, readOptimizerState, unboundedInCore, writeOptimizerState } from './CoreParameters.js';
import { CorePlan } from './CorePlan.js';
import { type CustomUpdate, customUpdate } from './customFunctions.js';
import type { Work } from './planPlaces.js';
import { lease } from './Store.js';

/** The plans of a step in the core: one for a training, and more where batches come from several data sets. */
export interface Plans {
  /** The plan that has the parameters. */
  readonly current: CorePlan;
  /** Takes another data set; only where there may be several. */
  use?(data: Dataset, firstExample?: number): void;
  release(): void;
  /** Instead of {@link release}, where a thread may still write. */
  abandon(): void;
}

/** Opens the plans of a step, for its first data set. */
export type OpenPlans = (work: Work, data: Dataset) => Plans;

function onePlan(work: Work, data: Dataset): Plans {
  const current = new CorePlan(work, lease(data, work.threads !== undefined));
  return { current, release: () => current.release(), abandon: () => current.abandon() };
}

/** The steps of a plan in the core's memory; {@link CoreStep.writeBack} writes the network's arrays. */
export class CoreStep implements Step {
  plan: StepPlan;
  readonly plans: Plans;
  /** The arrays of the network: a layer's getters take longer than a small layer is compared. */
  readonly arrays: readonly LayerGradient[];
  /** Updates the network's arrays by a custom optimizer; undefined for a built-in one, whose update is the core's. */
  readonly custom: CustomUpdate | undefined;
  steps = 0;
  examples = 0;
  /** Whether the core's parameters have moved since the network's arrays were written. */
  ahead = false;
  /** Whether the core has the transposed weights of this batch. */
  turned = false;

  /**
   * @param batch - Most examples of a batch.
   * @param threads - How many threads take turns at it, if any do.
   * @param open - Opens its plans: a single one, if left out.
   * @throws {@link NumericError} if a weight or bias is not finite, {@link LimitError} if there is no room for the work.
   */
  constructor(plan: StepPlan, batch: number, threads?: number, open: OpenPlans = onePlan) {
    const { network, data, loss, optimizer } = plan;
    this.plan = plan;
    checkFinite(namedParameters(network.layers), 'before training');
    const work = { network, data, loss, learning: plan, batch, threads };
    this.plans = open(work, data);
    this.arrays = network.layers.map(({ weights, biases }) => ({ weights, biases }));
    this.core.parameters.enter(this.arrays);
    this.custom = optimizer.update.rule === undefined ? customUpdate(this) : undefined;
  }

  /** The parameters and the data set in the core's memory. */
  get core(): CorePlan {
    return this.plans.current;
  }

  useData(data: Dataset, firstExample?: number): void {
    this.plans.use?.(data, firstExample);
    if (data !== this.plan.data) this.plan = { ...this.plan, data };
  }

  beginEpoch(epoch: number, order: Uint32Array, progress = 0, _from = 0): void {
    const { core, plan } = this;
    core.begin();
    core.setOrder(order);
    core.beginEpoch(epoch, progress, plan.seed);
  }

  addExamples(start: number, end: number): void {
    const { core } = this;
    const { augmenter } = core;
    const most = augmenter?.placed.slots ?? end - start;
    for (let from = start; from < end; from += most) {
      const to = Math.min(from + most, end);
      const exports = core.begin();
      augmenter?.augment(from, to);
      exports.addExamples(core.placed.place, 0, from, to, this.turned);
      this.turned = true;
    }
    this.examples += end - start;
  }

  update(learningRate: number): StepTotals {
    const { core } = this;
    const exports = core.begin();
    const { cost, right, overflowed } = core.counted();
    this.steps += 1;
    try {
      if (!Number.isFinite(cost) || overflowed) throw this.sumsDiverged(learningRate, cost);
      if (this.custom) this.custom.move(core, { step: this.steps, learningRate }, 1 / this.examples);
      else this.move(learningRate, 1 / this.examples);
    } catch (error) {
      this.dropBatch();
      throw error;
    }
    exports.reset(core.placed.place);
    this.examples = 0;
    this.turned = false;
    return { cost, right };
  }

  /** Drops the batch of an update that failed, and its step. */
  dropBatch(): void {
    this.core.dropBatch();
    this.steps -= 1;
    this.examples = 0;
    this.turned = false;
  }

  /** Moves the parameters in the core, or puts them back if one runs away. */
  move(learningRate: number, share: number): void {
    const { core, plan, steps } = this;
    const { place } = core.placed;
    core.constants.set(plan.optimizer.update.rule?.constants({ step: steps, learningRate }) ?? []);
    core.core.exports.update(place, 0, share);
    this.ahead = true;
    if (core.counted().overflowed) this.putBack(learningRate);
  }

  /** Puts the parameters back where an update has carried them away, and throws. */
  putBack(learningRate: number): never {
    const { core, plan, steps } = this;
    const moment = { step: steps, learningRate };
    const unbounded = unboundedInCore(core, plan);
    // Clipping has stopped this update before it began: the previous values are of an older one.
    if (unbounded !== undefined) throw this.diverged(moment, unbounded);
    const fault = overflowInCore(core, plan);
    core.core.exports.restore(core.placed.place);
    throw this.diverged(moment, fault);
  }

  /** The error of a step whose cost, or a sum on the way to it, is not finite. */
  sumsDiverged(learningRate: number, cost: number): NumericError {
    const got = Number.isFinite(cost) ? 'a sum that overflowed' : `a cost of ${cost}`;
    return this.diverged({ step: this.steps, learningRate }, got);
  }

  /** The error. It looks at the last finite weights, so the network's arrays are written first. */
  diverged(moment: UpdateMoment, got: string): NumericError {
    this.writeBack();
    return divergence(this.plan, moment, got);
  }

  writeBack(): void {
    this.core.parameters.leave(this.arrays);
    this.ahead = false;
  }

  readIn(): void {
    if (!this.ahead && this.core.parameters.areIn(this.arrays)) return;
    checkFinite(namedParameters(this.plan.network.layers), `at step ${this.steps + 1}`);
    this.core.begin();
    this.core.parameters.enter(this.arrays);
    this.turned = false;
  }

  optimizerState(): Float32Array[] {
    const { core, plan, custom } = this;
    if (custom !== undefined) return optimizerStateOf(custom.parameters, plan.optimizer.slots);
    core.begin();
    return readOptimizerState(core, plan);
  }

  restoreState(steps: number, memory: readonly Float32Array[]): void {
    const { core, plan, custom } = this;
    this.readIn();
    this.steps = steps;
    // The state may be of rows of the first layer that this data set does not light.
    core.visitAll();
    if (custom !== undefined) restoreOptimizerState(custom.parameters, plan.optimizer.slots, memory);
    else writeOptimizerState(core, plan, memory);
  }

  release(): void {
    this.plans.release();
  }
}
