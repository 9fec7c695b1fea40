// Findings about the weights: neurons that are alike, and networks without a trainable layer.
import { isTrainable } from '../../learning/parameters.js';
import type { Layer } from '../../model/Layer.js';
import { placesIn } from '../../support/wording.js';
import type { Finding } from './finding.js';

/** Neurons of a trainable layer with the same weights in and out: they get the same gradient, and stay the same for ever. */
export function symmetry(layers: readonly Layer[]): Finding[] {
  return layers.slice(0, -1).flatMap((layer, index) => {
    const twins = isTrainable(layer) ? twinsOf(layer, layers[index + 1]) : [];
    if (twins.length === 0) return [];
    const message = `layers[${index}]: ${twins.length} of ${layer.outputs} neurons start alike another one, and stay alike (symmetry): ${placesIn(twins)}. Start from drawn weights, as glorotUniform or heNormal.`;
    return [{ kind: 'symmetry' as const, layer: index, neurons: twins, message }];
  });
}

/** One number, and its bits. */
type Scratch = readonly [number: Float32Array, bits: Int32Array];

/** The neurons that have the weights in, the bias and the weights out of one before them. */
function twinsOf(layer: Layer, next: Layer): number[] {
  const seen = new Map<number, number[]>();
  const float = new Float32Array(1);
  const scratch: Scratch = [float, new Int32Array(float.buffer)];
  const twins: number[] = [];
  for (let neuron = 0; neuron < layer.outputs; neuron++) {
    const key = keyOf(layer, next, neuron, scratch);
    const others = seen.get(key);
    if (others === undefined) seen.set(key, [neuron]);
    else if (others.some((other) => alike(layer, next, other, neuron))) twins.push(neuron);
    else others.push(neuron);
  }
  return twins;
}

/** A hash that is the same for neurons that are alike, and hardly ever for others. */
function keyOf({ inputs, weights, biases }: Layer, next: Layer, neuron: number, scratch: Scratch): number {
  const [float, bits] = scratch;
  let key = 0;
  const stir = (value: number) => {
    // -0 counts as +0.
    float[0] = value + 0;
    key = Math.imul(((key << 13) | (key >>> 19)) ^ bits[0], 0x9e3779b1);
  };
  stir(biases[neuron]);
  for (let from = 0; from < inputs; from++) stir(weights[neuron * inputs + from]);
  for (let to = 0; to < next.outputs; to++) stir(next.weights[to * next.inputs + neuron]);
  return key;
}

function alike({ inputs, weights, biases }: Layer, next: Layer, one: number, other: number): boolean {
  if (biases[one] !== biases[other]) return false;
  for (let from = 0; from < inputs; from++) {
    if (weights[one * inputs + from] !== weights[other * inputs + from]) return false;
  }
  for (let to = 0; to < next.outputs; to++) {
    if (next.weights[to * next.inputs + one] !== next.weights[to * next.inputs + other]) return false;
  }
  return true;
}

/** A finding if all layers are frozen. */
export function allFrozen(layers: readonly Layer[]): Finding[] {
  if (layers.some(isTrainable)) return [];
  return [{ kind: 'frozen', message: 'layers: none is trainable, so nothing is learnt. unfreeze(layer) makes one that is.' }];
}
