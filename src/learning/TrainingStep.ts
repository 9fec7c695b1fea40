// Training steps in plain JavaScript. They are the reference: the core does the same under the same names, to the same bits.
//
// Each example: forward, cost, backward, add to the gradient. Each batch: update. A layer's delta is dC/dz: the
// gradient of the example's cost C with respect to the layer's weighted sums z.
import { checkInputs } from '../data/checkDataset.js';
import type { Dataset } from '../data/Dataset.js';
import { addOuterProduct, transposeTimesVector } from '../linalg/matrixVector.js';
import { isBuiltIn } from '../model/activations/activation.js';
import { activationDerivative, forwardLayer } from '../model/forwardLayer.js';
import type { Layer } from '../model/Layer.js';
import { checkFinite } from '../support/checks.js';
import type { Numbers } from '../support/numbers.js';
import type { Loss, LossPartner } from './losses/loss.js';
import type { Optimizer, UpdateMoment } from './optimizers/optimizer.js';
import { copyNetwork, type NamedParameters, namedParameters, optimizerStateOf, restoreOptimizerState } from './parameters.js';
import { partsOf } from './parts/partsOf.js';
import { type LayerPass, type Pass, passFor, type Sums, withoutFrozen } from './pass.js';
import type { Step, StepPlan, StepTotals } from './Step.js';
import type { StepPart } from './StepPart.js';

/** The steps of a plan, on weights and biases of their own: the network's arrays follow at `writeBack`. */
export class TrainingStep implements Step {
  plan: StepPlan;
  /** The network's own arrays: weights and biases of each layer. */
  readonly networkArrays: readonly NamedParameters[];
  /** The arrays of the steps: `pass.parameters` are the weights and biases of `pass.layers`, as copies of the network's. */
  readonly pass: Pass;
  /** Additions to the plain step, such as dropout. A plain training has one: the guard against overflow. */
  parts: readonly StepPart[];
  order: Uint32Array = new Uint32Array(0);
  totals = { cost: 0, right: 0, examples: 0 };
  steps = 0;

  /** @throws {@link NumericError} if a weight, bias or input is not finite. */
  constructor(plan: StepPlan) {
    this.networkArrays = namedParameters(plan.network.layers);
    checkFinite(this.networkArrays, 'before training');
    checkInputs(plan.data);
    this.plan = plan;
    this.pass = withoutFrozen(passFor(copyNetwork(plan.network).layers, plan.optimizer.slots));
    this.parts = partsOf(this);
  }

  useData(data: Dataset, firstExample?: number): void {
    if (firstExample === undefined && data === this.plan.data && this.plan.firstExample === undefined) return;
    checkInputs(data);
    const wasWeighted = this.plan.data.sampleWeights !== undefined;
    this.plan = { ...this.plan, data, firstExample };
    if (wasWeighted !== (data.sampleWeights !== undefined)) this.parts = partsOf(this);
  }

  beginEpoch(epoch: number, order: Uint32Array, progress = 0): void {
    this.order = order;
    for (const part of this.parts) part.beginEpoch?.(epoch, progress);
  }

  addExamples(start: number, end: number): void {
    for (let position = start; position < end; position++) this.addExample(this.order[position]);
  }

  addExample(example: number): void {
    const { pass, parts, totals } = this;
    const { data, loss, firstExample = 0 } = this.plan;
    const { layers, target } = pass;
    const last = layers[layers.length - 1];
    data.readInput(layers[0].inputs, example);
    data.readTarget(target, example);
    forward(pass, parts, firstExample + example);
    const counted = { cost: cost(last.layer, last, target, loss), right: 0 };
    if (data.labels !== undefined && answer(last.activations) === data.labels[example]) counted.right = 1;
    outputDelta(last, target, loss);
    for (const part of parts) part.weighExample?.(example, counted, last.delta);
    backward(pass, parts);
    addGradient(pass);
    totals.cost += counted.cost;
    totals.right += counted.right;
    totals.examples += 1;
    for (const part of parts) part.afterExample?.();
  }

  update(learningRate: number): StepTotals {
    const { pass, parts, totals, plan } = this;
    const moment = { step: this.steps + 1, learningRate };
    try {
      averageGradient(pass, totals.examples);
      for (const part of parts) part.beforeUpdate?.(moment, totals);
      update(pass, plan.optimizer, moment);
      for (const part of parts) part.afterUpdate?.(moment);
      this.steps += 1;
    } catch (error) {
      for (const part of parts) part.undoUpdate?.();
      throw error;
    } finally {
      for (const { gradient } of pass.parameters) gradient.fill(0);
      this.totals = { cost: 0, right: 0, examples: 0 };
    }
    return { cost: totals.cost, right: totals.right };
  }

  writeBack(): void {
    for (const [index, { values }] of this.networkArrays.entries()) values.set(this.pass.all[index].values);
  }

  readIn(): void {
    checkFinite(this.networkArrays, `at step ${this.steps + 1}`);
    for (const [index, { values }] of this.pass.all.entries()) values.set(this.networkArrays[index].values);
  }

  optimizerState(): Float32Array[] {
    return optimizerStateOf(this.pass.parameters, this.plan.optimizer.slots);
  }

  restoreState(steps: number, state: readonly Float32Array[]): void {
    this.readIn();
    this.steps = steps;
    restoreOptimizerState(this.pass.parameters, this.plan.optimizer.slots, state);
  }

  release(): void {}
}

/** activations = activation(W inputs + b), layer after layer. */
export function forward({ layers }: Pass, parts: readonly StepPart[] = [], example = 0): void {
  for (let index = 0; index < layers.length; index++) {
    for (const part of parts) part.changeInputs?.(index, example);
    const { layer, inputs, weightedSums, activations } = layers[index];
    forwardLayer(layer, weightedSums, activations, inputs);
  }
}

/** The cost of one example in double precision, from the last layer's weighted sums where the loss is made for its activation. */
export function cost(layer: Layer, { weightedSums, activations }: Sums, target: Numbers, loss: Loss): number {
  const partner = partnerOf(loss, layer);
  if (partner !== undefined) return partner.value(weightedSums, target);
  return (loss.formulas ?? loss).value(activations, target);
}

/** The class that outputs stand for: the first of the brightest, or of a single output whether it is above 0.5. */
export function answer(outputs: Float32Array): number {
  if (outputs.length === 1) return Number(outputs[0] > 0.5);
  let brightest = 0;
  for (let i = 1; i < outputs.length; i++) if (outputs[i] > outputs[brightest]) brightest = i;
  return brightest;
}

/** delta of the last layer = gradient of the loss with respect to the outputs x derivative of the activation. */
export function outputDelta({ layer, weightedSums, activations, delta }: LayerPass, target: Float32Array, loss: Loss): void {
  const partner = partnerOf(loss, layer);
  if (partner !== undefined) {
    delta.set(partner.delta(activations, target));
  } else {
    delta.set((loss.formulas ?? loss).gradient(activations, target));
    activationDerivative(layer.activation, delta, weightedSums, activations);
  }
}

/** delta of a layer = (transposed W of the next layer x the next delta) x derivative of the activation, from the last layer down. */
export function backward({ layers, first }: Pass, parts: readonly StepPart[] = []): void {
  for (let index = layers.length - 2; index >= first; index--) {
    const { layer, weightedSums, activations, delta } = layers[index];
    const next = layers[index + 1];
    transposeTimesVector(delta, next.layer.weights, next.delta);
    for (const part of parts) part.changeInputGradient?.(index + 1, delta);
    activationDerivative(layer.activation, delta, weightedSums, activations);
  }
}

/** gradient of the weights += delta x inputs, every neuron's with every input; gradient of the biases += delta. */
export function addGradient({ trainable }: Pass): void {
  for (const { inputs, delta, weights, biases } of trainable) {
    addOuterProduct(weights.gradient, delta, inputs);
    for (let i = 0; i < delta.length; i++) biases.gradient[i] = biases.gradient[i] + delta[i];
  }
}

/** gradient = sum over the examples x (1 / count), rounded to float32 twice. */
export function averageGradient(pass: Pass, count: number): void {
  const share = Math.fround(1 / count);
  for (const { gradient } of pass.parameters) {
    for (let i = 0; i < gradient.length; i++) gradient[i] = gradient[i] * share;
  }
}

/** Moves the parameters of each trainable layer against their gradient, by the optimizer's formula. */
export function update(pass: Pass, optimizer: Optimizer, moment: UpdateMoment): void {
  const { rule } = optimizer.update;
  const constants = rule?.constants(moment) ?? [];
  for (const { values, gradient, slots } of pass.parameters) {
    if (rule !== undefined) rule.apply(values, gradient, slots, constants);
    else optimizer.update(values, gradient, slots, moment); // a custom optimizer
  }
}

/** The short formulas of a loss that was made for the last layer's activation, as delta = a - y of crossEntropy after softmax. */
function partnerOf({ partner }: Loss, { activation }: Layer): LossPartner['formulas'] | undefined {
  return partner !== undefined && isBuiltIn(activation, partner.activation) ? partner.formulas : undefined;
}
