// What weights cost by their size: a pull towards 0 that joins the gradient. Biases cost nothing.
import type { Layer } from '../model/Layer.js';
import { numberWhere } from '../support/checks.js';
import type { LayerGradient } from './gradients.js';

const f = Math.fround;

/**
 * Adds the slope of the penalty, l1 |w| + l2 w^2 for every weight, to the gradients: first 2 l2 w, then l1 by the sign of w.
 * At w = 0, where |w| has no slope, l1 pulls neither way.
 */
export function addPenalty(gradients: readonly LayerGradient[], layers: readonly Layer[], l1: number, l2: number): void {
  const twice = f(2 * l2);
  const pull = f(l1);
  for (let index = 0; index < layers.length; index++) {
    const { weights } = layers[index];
    const gradient = gradients[index].weights;
    if (twice !== 0) for (let i = 0; i < weights.length; i++) gradient[i] = gradient[i] + f(twice * weights[i]);
    if (pull !== 0) for (let i = 0; i < weights.length; i++) gradient[i] = pulled(gradient[i], weights[i], pull);
  }
}

function pulled(slope: number, weight: number, pull: number): number {
  return weight > 0 ? slope + pull : weight < 0 ? slope - pull : slope;
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
