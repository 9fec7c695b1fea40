// Parts: additions to a plain training step, such as dropout.
import type { UpdateMoment } from './optimizers/optimizer.js';
import type { Pass } from './pass.js';
import type { StepPlan, StepTotals } from './Step.js';

/** The step that a part joins, as far as the part reads it. */
export interface JoinedStep {
  readonly plan: StepPlan;
  readonly pass: Pass;
}

/** A part of a training step. The step calls the functions that the part has, in the order of the parts. */
export interface StepPart {
  /** An epoch begins, numbered from 1, after this share of the training. */
  beginEpoch?(epoch: number, progress: number): void;
  /** Changes the inputs of layer `index` in place. For the first layer they are the example's. */
  changeInputs?(index: number, example: number): void;
  /** Changes the gradient of the cost with respect to the inputs of layer `index` in place. */
  changeInputGradient?(index: number, gradient: Float32Array): void;
  /**
   * Changes how much the example counts, in place, before the way back.
   *
   * @param counted - The example's cost, and 1 for right or 0.
   * @param delta - [outputs]: the delta of the last layer.
   */
  weighExample?(example: number, counted: StepTotals, delta: Float32Array): void;
  /** The example is in the gradient. */
  afterExample?(): void;
  /** Changes the gradient of the batch in place, or throws. */
  beforeUpdate?(moment: UpdateMoment, totals: StepTotals): void;
  /** Changes the parameters in place, or throws. */
  afterUpdate?(moment: UpdateMoment): void;
  /** The update has thrown an error: puts back what it changed. */
  undoUpdate?(): void;
}
