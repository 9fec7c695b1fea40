// Activations and losses of the user's own: JavaScript that the core calls in the middle of a batch.
import type { Loss } from '../learning/losses/loss.js';
import { cost } from '../learning/TrainingStep.js';
import { activate, activationDerivative } from '../model/activate.js';
import type { Layer } from '../model/Layer.js';
import type { Host } from './core.js';
import { isCustom, isCustomLoss } from './kernels.js';
import { type PlacedLayer, strideOf } from './layerPlaces.js';

/** What of a plan own functions read and write. */
interface Numbers {
  readonly placed: { readonly layers: readonly PlacedLayer[] };
  floats(place: number, count: number): Float32Array;
}

/** The functions that the core calls, or undefined where it calls none. */
export function customFunctions(plan: Numbers, layers: readonly Layer[], loss: Loss): Host | undefined {
  if (!isCustomLoss(loss) && !layers.some(({ activation }) => isCustom(activation))) return undefined;
  const last = layers.length - 1;
  const rowOf = (index: number, row: number, name: 'weightedSums' | 'activations' | 'deltas') => {
    const { outputs, [name]: place } = plan.placed.layers[index];
    return plan.floats(place + row * strideOf(outputs) * 4, outputs);
  };
  const traceOf = (index: number, row: number) => ({
    weightedSums: rowOf(index, row, 'weightedSums'),
    activations: rowOf(index, row, 'activations'),
  });
  return {
    activate(index, from, to) {
      const { activation } = layers[index];
      for (let row = from; row < to; row++) {
        const { weightedSums, activations } = traceOf(index, row);
        activate(activation, activations, weightedSums);
      }
    },
    activationDerivative(index, from, to) {
      const { activation } = layers[index];
      for (let row = from; row < to; row++) {
        const { weightedSums, activations } = traceOf(index, row);
        activationDerivative(activation, rowOf(index, row, 'deltas'), weightedSums, activations);
      }
    },
    cost(row, target) {
      const layer = layers[last];
      return cost(layer, traceOf(last, row), plan.floats(target, layer.outputs), loss);
    },
    lossGradient(row, target) {
      const { activations } = traceOf(last, row);
      rowOf(last, row, 'deltas').set((loss.formulas ?? loss).gradient(activations, plan.floats(target, activations.length)));
    },
  };
}
