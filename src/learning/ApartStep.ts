// The step in plain JavaScript on weights of its own, as the core has them: what a program writes into the network's arrays between two
// steps is trained on where the caller says so, and not at any moment.

import { checkFinite } from '../support/finite.js';
import { copyNetwork } from './copyNetwork.js';
import { namedParameters } from './parameters.js';
import type { StepPlan, StepTotals } from './Step.js';
import { TrainingStep } from './TrainingStep.js';

/** Weights and biases under their names. */
type Knobs = ReturnType<typeof namedParameters>;

/** The steps of a plan; the network's arrays follow at {@link ApartStep.writeBack}. */
export class ApartStep extends TrainingStep {
  /** The network's own. */
  readonly shown: Knobs;
  /** Whether the step has moved on from the network's arrays. */
  ahead = false;

  /** @throws {@link NumericError} if a weight, bias or input is not finite. */
  constructor(plan: StepPlan) {
    const shown = namedParameters(plan.network.layers);
    checkFinite(shown, 'before training');
    super({ ...plan, network: copyNetwork(plan.network) });
    this.shown = shown;
  }

  override update(learningRate: number): StepTotals {
    const totals = super.update(learningRate);
    this.ahead = true;
    return totals;
  }

  override writeBack(again = false): void {
    if (this.ahead || again) writeKnobs(this.shown, this.knobs);
    this.ahead = false;
  }

  override readIn(): void {
    checkFinite(this.shown, `at step ${this.steps + 1}`);
    writeKnobs(this.knobs, this.shown);
  }
}

function writeKnobs(to: TrainingStep['knobs'], from: TrainingStep['knobs']): void {
  for (let index = 0; index < to.length; index++) to[index].values.set(from[index].values);
}
