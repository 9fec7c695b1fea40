// The pieces of modules, as text: types stand in comments, and words in capitals are replaced.

export const FORWARD = `
/** What a layer makes of the activations before it: W a + b, the bias last, and the activation function of the sums. */
function forwardLayer({ inputs, outputs, weights, biases, activate }/*: Layer*/, activations/*: Float32Array*/)/*: Float32Array*/ {
  const sums = new Float32Array(outputs);
  for (let neuron = 0; neuron < outputs; neuron++) {
    let sum = 0;
    for (let input = 0; input < inputs; input++) {
      sum = f(sum + f(/*(*/weights[neuron * inputs + input]/* as number)*/ * /*(*/activations[input]/* as number)*/));
    }
    sums[neuron] = f(sum + /*(*/biases[neuron]/* as number)*/);
  }
  return activate(sums);
}
`;

export const NUMBERS = `
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** float32 numbers from base64, each of four bytes, the least significant first. */
function numbers(base64/*: string*/)/*: Float32Array*/ {
  const letters = base64.replace(/=/g, '');
  const bytes = new DataView(new ArrayBuffer(Math.floor((letters.length * 3) / 4)));
  let word = 0;
  let bits = 0;
  let at = 0;
  for (const letter of letters) {
    word = (word << 6) | LETTERS.indexOf(letter);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.setUint8(at++, (word >> bits) & 255);
  }
  return Float32Array.from({ length: bytes.byteLength / 4 }, (_, index) => bytes.getFloat32(4 * index, true));
}
`;

export const READ_INPUT = `
/** The input, checked and copied. */
function readInput(input/*: ArrayLike<number>*/)/*: Float32Array*/ {
  const inputs = INPUTS;
  if (Object.prototype.toString.call(input).startsWith('[object Uint8')) {
    throw new TypeError('input: expected numbers as the network sees them, got bytes. Divide them by 255.');
  }
  if (input.length !== inputs) throw new RangeError('input: expected ' + inputs + ' numbers, got ' + input.length + '.');
  return Float32Array.from({ length: inputs }, (_, index) => {
    const value/*: unknown*/ = input[index];
    if (typeof value === 'number' && Number.isFinite(f(value))) return value;
    throw new RangeError('input[' + index + ']: expected a finite number, got ' + String(value) + '.');
  });
}
`;

export const ANSWER = `
/** Which of the outputs is the brightest. */
function brightest(outputs/*: Float32Array*/)/*: number*/ {
  if (outputs.some(Number.isNaN)) throw new RangeError('output: expected numbers, got NaN.');
  let best = 0;
  outputs.forEach((output, index) => {
    if (output > /*(*/outputs[best]/* as number)*/) best = index;
  });
  return best;
}
`;

export const SCALE = `
const scaling = {
  offsets: OFFSETS,
  sizes: SIZES,
};

/** (x - offset) / size for each number, and 0 where the size is 0. */
function scale(input/*: Float32Array*/)/*: Float32Array*/ {
  return input.map((x, column) => {
    const size = scaling.sizes[column]/* as number*/;
    const scaled = f(size === 0 ? 0 : (x - /*(*/scaling.offsets[column]/* as number)*/) / size);
    if (!Number.isFinite(scaled)) throw new RangeError('input[' + column + ']: expected a number that can be scaled, got ' + x + '.');
    return scaled;
  });
}
`;

export const FORWARD_EXPORT = `
/**
 * The network's output.
 *
 * @param INPUT_TAG - The numbers as the network sees them, 0 to 1 for pixels: one for each of its inputs.
 * @returns The activations of the last layer.
 */
export function forward(input/*: ArrayLike<number>*/)/*: Float32Array*/ {
  return layers.reduce((activations, layer) => forwardLayer(layer, activations), readInput(input));
}
`;

export const PREDICT_EXPORT = `
/**
 * The network's answer: which of its outputs is the brightest.
 *
 * @param INPUT_TAG - As for forward.
 * @returns The number of the output, from 0.
 */
export function predict(input/*: ArrayLike<number>*/)/*: number*/ {
  return brightest(forward(input));
}
`;

export const READ_EXPORT = `
/**
 * What the classifier reads in an input.
 *
 * @param INPUT_TAG - The numbers as they come, before any scaling: one for each input.
 * @returns The class, its name, how bright its output is, and all outputs.
 */
export function read(input/*: ArrayLike<number>*/)/*: Reading*/ {
  const outputs = layers.reduce((activations, layer) => forwardLayer(layer, activations), START);
CONCLUSION
}
`;

export const MANY = `  const index = brightest(outputs);
  const confidence = outputs[index]/* as number*/;
  return { index, name: classNames[index]/* as string*/, confidence, outputs };`;

export const ONE = `  const own = outputs[0]/* as number*/;
  if (Number.isNaN(own)) throw new RangeError('output: expected a number, got NaN.');
  const index = own > 0.5 ? 1 : 0;
  return { index, name: classNames[index]/* as string*/, confidence: index === 1 ? own : 1 - own, outputs };`;

export const UNSURE = `  const index = brightest(outputs);
  return { index, name: classNames[index]/* as string*/, confidence: undefined, outputs };`;

export const LAYER_TYPE = `
interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  /** [outputs, inputs], row by row. */
  readonly weights: Float32Array;
  /** [outputs] */
  readonly biases: Float32Array;
  readonly activate: (sums: Float32Array) => Float32Array;
}
`;

export const READING_TYPE = `
/** What the classifier reads in an input. */
export interface Reading {
  readonly index: number;
  readonly name: string;
  /** The activation of the class's own output; undefined where outputs may be any number. */
  readonly confidence: number | undefined;
  readonly outputs: Float32Array;
}
`;
