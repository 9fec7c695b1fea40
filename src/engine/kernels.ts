// The numbers of activations, losses and updates in the core: see activations.ts, losses.ts, update.ts and visits.ts in assembly/.
import type { Loss } from '../learning/losses/loss.js';
import type { UpdateRule } from '../learning/optimizers/optimizer.js';
import type { Clipping, StepPlan } from '../learning/Step.js';
import { isBuiltIn, type LayerActivation } from '../model/activations/activation.js';
import { ACTIVATIONS, KEEPS_SUMS } from './activationNames.js';
import type { PlacedInputs } from './inputs.js';

const LOSSES = ['quadratic', 'meanSquaredError', 'crossEntropy', 'binaryCrossEntropy'];
const UPDATES = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam'];
const CLIPPINGS = ['value', 'norm', 'globalNorm'];

/** Which rows of the first layer an update visits. */
export const VISITS = { all: 0, inData: 1, inBatch: 2 };

/** The place of a name among others; the one after the last stands for a custom function. */
function placeOf(kernel: string | undefined, kernels: readonly string[]): number {
  const place = kernels.indexOf(kernel ?? '');
  return place < 0 ? kernels.length : place;
}

/** The number of an activation; that of a custom one is 0. */
export function activationNumber(activation: LayerActivation): number {
  return isBuiltIn(activation) ? Math.max(0, ACTIVATIONS.indexOf(activation.name)) : 0;
}

/** Whether the core calls the activation. */
export function isCustom(activation: LayerActivation): boolean {
  return activationNumber(activation) === 0;
}

/** Whether the derivative needs the weighted sums. */
export function needsSums(activation: LayerActivation): boolean {
  return KEEPS_SUMS.includes(ACTIVATIONS[activationNumber(activation)]);
}

/** Whether many activations are exactly 0. */
export function isSparse(activation: LayerActivation): boolean {
  return isBuiltIn(activation, 'relu');
}

/** The number of a loss. */
export function lossNumber({ kernel }: Loss): number {
  return placeOf(kernel, LOSSES);
}

/** Whether the core calls the loss. */
export function isCustomLoss(loss: Loss): boolean {
  return lossNumber(loss) === LOSSES.length;
}

/** The number of an update's pass. */
export function updateNumber(rule: UpdateRule): number {
  return UPDATES.indexOf(rule.kernel);
}

/** The number of a kind of clipping; 0 for none. */
export function clippingNumber(clipping: Clipping | undefined): number {
  return clipping === undefined ? 0 : CLIPPINGS.indexOf(clipping.kind) + 1;
}

/** Which rows of the first layer an update visits: those whose weights may move. */
export function visitsOf(learning: StepPlan | undefined, inputs: PlacedInputs): number {
  const rule = learning?.optimizer.update.rule;
  const decays = rule !== undefined && rule.constants({ step: 1, learningRate: 1 })[0] !== 0;
  if (learning === undefined || rule === undefined || inputs.masks === 0) return VISITS.all;
  if (decays || learning.l1 > 0 || learning.l2 > 0) return VISITS.all;
  if (rule.kernel === 'sgd') return VISITS.inBatch;
  // Momentum adds its velocity of 0, which makes a weight of -0 into +0.
  return rule.kernel === 'momentum' || rule.kernel === 'nesterov' ? VISITS.all : VISITS.inData;
}
