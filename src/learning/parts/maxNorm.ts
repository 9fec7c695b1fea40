// Max-norm in a training step: the weights of each neuron are held to a largest norm, after the update.
import type { Layer } from '../../model/Layer.js';
import { numberWhere } from '../../support/checks.js';
import type { JoinedStep, StepPart } from '../StepPart.js';

const f = Math.fround;

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
  if (limit === 0) return;
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
