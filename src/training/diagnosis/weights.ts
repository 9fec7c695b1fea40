// Findings about weights as they stand: neurons that are twins, and layers of which none learns.
import { learns } from '../../learning/learners.js';
import type { Layer } from '../../model/Layer.js';
import { type Finding, placesIn } from './finding.js';

/** Neurons with the same weights in and out get the same slopes, and stay the same for ever. */
export function symmetry(layers: readonly Layer[]): Finding[] {
  return layers.slice(0, -1).flatMap((layer, index) => {
    const twins = twinsOf(layer, layers[index + 1] as Layer);
    if (twins.length === 0) return [];
    const message = `layers[${index}]: ${twins.length} of ${layer.outputs} neurons start alike another one, and stay alike (symmetry): ${placesIn(twins)}. Start from drawn weights, as glorotUniform or heNormal.`;
    return [{ kind: 'symmetry' as const, layer: index, neurons: twins, message }];
  });
}

/** The neurons that are alike one before them: what comes in, the bias, and what goes out. */
function twinsOf({ inputs, outputs, weights, biases }: Layer, next: Layer): number[] {
  const seen = new Set<string>();
  const twins: number[] = [];
  for (let neuron = 0; neuron < outputs; neuron++) {
    const incoming = weights.subarray(neuron * inputs, (neuron + 1) * inputs);
    const outgoing = Float32Array.from({ length: next.outputs }, (_, to) => next.weights[to * next.inputs + neuron] as number);
    const key = `${incoming.join()};${biases[neuron]};${outgoing.join()}`;
    if (seen.has(key)) twins.push(neuron);
    seen.add(key);
  }
  return twins;
}

/** A network of frozen layers alone. */
export function allFrozen(layers: readonly Layer[]): Finding[] {
  if (layers.some(learns)) return [];
  return [{ kind: 'frozen', message: 'No layer is trainable, so nothing is learnt. unfreeze(layer) makes one that is.' }];
}
