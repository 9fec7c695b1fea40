// Sample weights in a training step: how much each example counts in the gradient, in the cost, and among the right answers.
import type { StepTotals } from '../Step.js';
import type { JoinedStep, StepPart } from '../StepPart.js';

/** Weighs the examples of a plan; undefined where all count 1. */
export function sampleWeightsPart(step: JoinedStep): StepPart | undefined {
  if (step.plan.data.sampleWeights === undefined) return undefined;
  return {
    weighExample(example, counted, delta) {
      weighExample(step.plan.data.sampleWeights?.[example] ?? 1, counted, delta);
    },
  };
}

/**
 * Weighs an example in place. Its weight w is multiplied into the delta of the output, from which the gradients of all layers follow: so
 * the gradient of a batch is the sum of w g over the count of its examples, as in Keras. Of weight 0 nothing is left, whatever the cost
 * and the delta are.
 *
 * @param delta - [outputs]: the delta of the last layer.
 */
export function weighExample(weight: number, counted: StepTotals, delta: Float32Array): void {
  const times = (value: number) => (weight === 0 ? 0 : value * weight);
  counted.cost = times(counted.cost);
  counted.right = times(counted.right);
  for (let i = 0; i < delta.length; i++) delta[i] = times(delta[i]);
}
