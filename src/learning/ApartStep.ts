// The step in plain JavaScript on weights of its own, as the core has them: what a program writes into the network's arrays between two
// steps is trained on where the caller says so, and not at any moment.
import type { Network } from '../model/Network.js';
import { copyNetwork } from './copyNetwork.js';
import { checkFinite, knobsOf } from './parameters.js';
import type { StepPlan, StepTotals } from './Step.js';
import { TrainingStep } from './TrainingStep.js';

/** The steps of a plan; the network's arrays follow at {@link ApartStep.publish}. */
export class ApartStep extends TrainingStep {
  readonly shown: Network;
  /** Whether the step has moved on from the network's arrays. */
  ahead = false;

  /** @throws {@link NumericError} if a weight, bias or input is not finite. */
  constructor(plan: StepPlan) {
    checkFinite(knobsOf(plan.network.layers), 'before training');
    super({ ...plan, network: copyNetwork(plan.network) });
    this.shown = plan.network;
  }

  override apply(learningRate: number): StepTotals {
    const totals = super.apply(learningRate);
    this.ahead = true;
    return totals;
  }

  override publish(again = false): void {
    if (this.ahead || again) writeKnobs(this.shown, this.plan.network);
    this.ahead = false;
  }

  override adopt(): void {
    checkFinite(knobsOf(this.shown.layers), `at step ${this.steps + 1}`);
    writeKnobs(this.plan.network, this.shown);
  }
}

function writeKnobs(to: Network, from: Network): void {
  const knobs = knobsOf(from.layers);
  for (const [index, { values }] of knobsOf(to.layers).entries()) values.set(knobs[index].values);
}
