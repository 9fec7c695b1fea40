// Packs a layer into the text that src/digits/weights/unpackNetwork.ts reads.
import type { Layer } from 'glassbox-nn';
import { CHARACTERS } from '../src/data/characters.js';
import type { PackedLayer } from '../src/digits/weights/packedNetwork.js';

/** How weights are rounded: 'float16' to 16 bits each, 'bytes' to 8 with a scale for each neuron. */
export type Rounding = 'float16' | 'bytes';

/** The layer in its packed form, but for its activation. */
export function roundedLayer(layer: Layer, rounding: Rounding): Omit<PackedLayer, 'activation'> {
  const biases = [...layer.biases];
  if (rounding === 'float16') return { bits: 16, weights: writeWords(Array.from(layer.weights, float16Bits), 16), biases };
  const scales = scalesOf(layer);
  const words = Array.from(layer.weights, (weight, index) => {
    return Math.round(weight / (scales[Math.floor(index / layer.inputs)] as number)) + 128;
  });
  return { bits: 8, weights: writeWords(words, 8), scales, biases };
}

/** The layer as the source of a PackedLayer. */
export function packLayer(layer: Layer, rounding: Rounding): string {
  const { bits, weights, scales, biases } = roundedLayer(layer, rounding);
  const fields = [
    `activation: ${layer.activation.name},`,
    `bits: ${bits},`,
    `weights: '${weights}',`,
    ...(scales ? [`scales: ${list(scales)},`] : []),
    `biases: ${list(biases)},`,
  ];
  return `  {\n${fields.map((field) => `    ${field}`).join('\n')}\n  },`;
}

/** What the bytes of each neuron count in: the largest weight is 127. */
function scalesOf({ weights, inputs, outputs }: Layer): number[] {
  return Array.from({ length: outputs }, (_, neuron) => {
    const row = weights.subarray(neuron * inputs, (neuron + 1) * inputs);
    return Math.fround(row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 2 ** -20) / 127);
  });
}

/** The bits of the float16 nearest to a number; of two as near, the even one. */
export function float16Bits(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  const exponent = Math.max(-14, Math.floor(Math.log2(size || 2 ** -20)));
  const steps = size / 2 ** (exponent - 10);
  const whole = Math.floor(steps);
  const up = steps - whole > 0.5 || (steps - whole === 0.5 && whole % 2 === 1) ? 1 : 0;
  // A fraction that is rounded up to the next power of two carries into the exponent by itself.
  const bits = (exponent + 14) * 1024 + whole + up;
  if (bits >= 0x7c00) throw new Error(`${value} is no float16: pack with --rounding bytes.`);
  return sign | bits;
}

/** The text that `readWords` reads. */
export function writeWords(words: readonly number[], bits: number): string {
  const rest = bits % 6;
  let text = '';
  for (let shift = bits - 6; shift >= rest; shift -= 6) {
    text += words.map((word) => CHARACTERS[(word >> shift) & 63]).join('');
  }
  const left = words.map((word) => (word & ((1 << rest) - 1)).toString(2).padStart(rest, '0')).join('');
  const sixes = rest === 0 ? [] : (left.match(/.{1,6}/g) ?? []);
  return text + sixes.map((six) => CHARACTERS[Number.parseInt(six.padEnd(6, '0'), 2)]).join('');
}

/** The numbers in as few decimal places as give the same float32. */
function list(numbers: Iterable<number>): string {
  return `[${Array.from(numbers, shortest).join(', ')}]`;
}

function shortest(number: number): string {
  for (let places = 1; places < 10; places++) {
    const text = String(Number(number.toPrecision(places)));
    if (Math.fround(Number(text)) === number) return text;
  }
  return String(number);
}
