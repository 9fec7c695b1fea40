// What keeps weights small in a training step; biases are free. Penalties: each weight's size adds to the gradient, which draws the
// weight towards 0. Max-norm: the weights of each neuron are held to a largest norm, after the update.
import type { Layer } from '../../model/Layer.js';
import { numberWhere } from '../../support/checks.js';
import type { Parameters } from '../parameters.js';
import type { JoinedStep, StepPart } from '../StepPart.js';

const f = Math.fround;

/** Adds the penalties of a plan; undefined where it has none. */
export function penaltiesPart({ plan: { l1, l2 }, pass }: JoinedStep): StepPart | undefined {
  if (l1 === 0 && l2 === 0) return undefined;
  return { beforeUpdate: () => addPenalty(pass.trainable, l1, l2) };
}

/**
 * Adds the derivative of the penalty, l1 |w| + l2 w^2 for every weight, to the gradients: first 2 l2 w, then l1 by the sign of w.
 * At w = 0, where |w| has no derivative, l1 pulls neither way.
 */
export function addPenalty(layers: readonly { readonly weights: Penalized }[], l1: number, l2: number): void {
  const twice = f(2 * l2);
  const pull = f(l1);
  for (const { values, gradient } of layers.map(({ weights }) => weights)) {
    if (twice !== 0) for (let i = 0; i < values.length; i++) gradient[i] = gradient[i] + f(twice * values[i]);
    if (pull !== 0) for (let i = 0; i < values.length; i++) gradient[i] = pulled(gradient[i], values[i], pull);
  }
}

/** Fields of weights that a penalty reads. */
type Penalized = Pick<Parameters, 'values' | 'gradient'>;

function pulled(derivative: number, weight: number, pull: number): number {
  return weight > 0 ? derivative + pull : weight < 0 ? derivative - pull : derivative;
}

/** A penalty: from 0, and still finite when it is doubled and rounded to float32. */
export function checkPenalty(what: string, penalty: unknown): number {
  return numberWhere(
    what,
    penalty,
    'a number from 0 that fits a float32',
    (value) => value >= 0 && Number.isFinite(f(2 * value)),
  );
}

/** Holds the norms of a plan; undefined where it holds none. */
export function maxNormPart({ plan, pass }: JoinedStep): StepPart | undefined {
  if (plan.maxNorm === 0) return undefined;
  const layers = pass.trainable.map(({ layer }) => layer);
  return { afterUpdate: () => holdNorms(layers, plan.maxNorm) };
}

/**
 * Where |w|, the root of the sum of the squares of a neuron's weights, is above the limit: w x limit / |w|. Biases are free. The sum
 * is in double precision, in the order of the inputs.
 *
 * Source: N. Srivastava and others, "Dropout: a simple way to prevent neural networks from overfitting" (2014), section 5.1.
 *
 * @param layers - The trainable ones; their weights are changed.
 * @param limit - Above 0; at 0 nothing is held.
 */
function holdNorms(layers: readonly Layer[], limit: number): void {
  for (const { weights, inputs } of layers) {
    for (let start = 0; start < weights.length; start += inputs) {
      let squares = 0;
      for (let i = start; i < start + inputs; i++) squares += weights[i] * weights[i];
      const norm = Math.sqrt(squares);
      if (norm <= limit) continue;
      const factor = f(limit / norm);
      for (let i = start; i < start + inputs; i++) weights[i] = weights[i] * factor;
    }
  }
}

/** The largest norm that options ask for; 0 where they ask for none. */
export function readMaxNorm(maxNorm: number | undefined): number {
  if (maxNorm === undefined) return 0;
  const fits = (value: number) => f(value) > 0 && Number.isFinite(f(value));
  return numberWhere('maxNorm', maxNorm, 'a number above 0 that fits a float32', fits);
}
