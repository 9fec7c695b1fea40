// The built-in activations in each file format.
//
// There is a table for each format, so that a program holds those of its formats alone. The compiler asks for every activation in each.

import { isBuiltIn } from '../model/activations/activation.js';
import {
  elu,
  gelu,
  identity,
  type LayerActivation,
  leakyRelu,
  mish,
  relu,
  sigmoid,
  softmax,
  softplus,
  softsign,
  tanh,
} from '../model/activations/index.js';
import { TANH } from './module/moduleMathematics.js';
import type { OnnxForm } from './onnx/onnxOperators.js';
import type { KerasForm } from './tensorflow/kerasActivations.js';

/** JSON and safetensors files hold their names. */
export const BUILT_INS = { identity, sigmoid, relu, tanh, softmax, elu, softplus, softsign, mish, leakyRelu, gelu };

type Table<Form> = Readonly<Record<keyof typeof BUILT_INS, Form>>;

/** The form of an activation in a table; undefined for a custom one. Its name tells, since it may be of another copy of this library. */
export function formOf<Form>(table: Table<Form>, activation: LayerActivation): Form | undefined {
  const { name } = activation;
  return isBuiltIn(activation) && Object.hasOwn(table, name) ? table[name as keyof typeof BUILT_INS] : undefined;
}

/** The built-in activation of a name, if there is one. */
export function builtInActivation(name: string): LayerActivation | undefined {
  return Object.hasOwn(BUILT_INS, name) ? BUILT_INS[name as keyof typeof BUILT_INS] : undefined;
}

/**
 * The operators of ONNX.
 *
 * Source: "ONNX Operators", the list of operators of the ONNX project.
 */
export const ONNX: Table<OnnxForm> = {
  identity: 'Identity',
  sigmoid: 'Sigmoid',
  relu: 'Relu',
  tanh: 'Tanh',
  softmax: { operator: 'Softmax', attributes: { axis: { integer: 1 } } },
  elu: { operator: 'Elu', attributes: { alpha: { float: 1 } } },
  softplus: 'Softplus',
  softsign: 'Softsign',
  mish: 'Mish',
  leakyRelu: { operator: 'LeakyRelu', attributes: { alpha: { float: 0.01 } } },
  gelu: { operator: 'Gelu', attributes: { approximate: { text: 'tanh' } } },
};

/** The sets of operators that brought them, where it was not the usual one or one before. */
export const ONNX_OPSETS: Readonly<Record<string, number>> = { Gelu: 20, Mish: 18 };

/** Activations that graphs spell out in steps, where the program that wrote them has no operator for them: see spelledOut.ts. */
export const ONNX_STEPS: Readonly<Record<string, keyof typeof BUILT_INS>> = {
  // Above 20, where softplus(x) and x are the same float32, torch.onnx.export takes x.
  'Where(Greater(x, 20), x, Softplus(x))': 'softplus',
  'Div(x, Add(1, Abs(x)))': 'softsign',
  'Mul(Tanh(Softplus(x)), x)': 'mish',
};

/**
 * The activations of Keras, by the names in its Dense layers, or as layers behind them.
 *
 * Source: the layers and activations of TensorFlow.js 4.22 and Keras 3, as their documentation lists them.
 */
export const KERAS: Table<KerasForm> = {
  identity: 'linear',
  sigmoid: 'sigmoid',
  relu: 'relu',
  tanh: 'tanh',
  softmax: 'softmax',
  elu: 'elu',
  softplus: 'softplus',
  softsign: 'softsign',
  mish: 'mish',
  leakyRelu: { className: 'LeakyReLU', config: { alpha: 0.01 } },
  gelu: {
    reads: 'gelu_new',
    cannot: 'TensorFlow.js cannot load the form by tanh, and its other form is another function. toOnnx writes it.',
  },
};

// A comment /*: type*/ or /* as type*/ becomes the type itself in TypeScript, and nothing in JavaScript: see inLanguage.
/** The functions of a written module, which calls those of moduleMathematics.ts too: the steps of the float32 kernels, to the same bits. */
export const MODULE: Table<string> = {
  identity: `
/** The sum as it is. */
function identity(sum/*: number*/)/*: number*/ {
  return sum;
}
`,
  sigmoid: `
/** 1 / (1 + e^-x) */
function sigmoid(sum/*: number*/)/*: number*/ {
  // Of e^x and e^-x, the one that cannot overflow.
  const power = exp(-Math.abs(sum));
  return f((sum > 0 ? 1 : power) / f(1 + power));
}
`,
  relu: `
/** x above 0, 0 elsewhere */
function relu(sum/*: number*/)/*: number*/ {
  return sum > 0 || Number.isNaN(sum) ? sum : 0;
}
`,
  tanh: TANH,
  softmax: `
/** e^x of each sum, as a share of all of them. */
function softmax(sums/*: Float32Array*/)/*: Float32Array*/ {
  // The largest is taken away first, so that no power overflows.
  let largest = sums[0]/* as number*/;
  for (const sum of sums) if (sum > largest) largest = sum;
  const powers = sums.map((sum) => exp(f(sum - largest)));
  let total = 0;
  for (const power of powers) total = f(total + power);
  return powers.map((power) => power / total);
}
`,
  elu: `
/** x above 0, e^x - 1 elsewhere */
function elu(sum/*: number*/)/*: number*/ {
  if (sum > 0) return sum;
  // e^x - 1 = 2t / (1 - t) with t = tanh(x / 2), which loses nothing near 0.
  const half = tanh(f(sum * 0.5));
  return f(f(2 * half) / f(1 - half));
}
`,
  softplus: `
const ODD_SHARES = [f(1 / 15), f(1 / 13), f(1 / 11), f(1 / 9), f(1 / 7), f(1 / 5), f(1 / 3), 1];

/** ln(1 + e^x) */
function softplus(sum/*: number*/)/*: number*/ {
  // max(x, 0) + ln(1 + p) with p = e^-|x|, and ln(1 + p) = 2 (s + s^3/3 + s^5/5 + ...) with s = p / (2 + p).
  const power = exp(-Math.abs(sum));
  const s = f(power / f(2 + power));
  const square = f(s * s);
  let series = 0;
  for (const share of ODD_SHARES) series = f(f(series * square) + share);
  return f((sum > 0 ? sum : 0) + f(f(2 * s) * series));
}
`,
  softsign: `
/** x / (1 + |x|) */
function softsign(sum/*: number*/)/*: number*/ {
  const bounded = Math.max(-1e30, Math.min(1e30, sum));
  return f(bounded / f(1 + Math.abs(bounded)));
}
`,
  mish: `
/** x tanh(softplus(x)) */
function mish(sum/*: number*/)/*: number*/ {
  return f(Math.max(-1e30, sum) * tanh(softplus(sum)));
}
`,
  leakyRelu: `
const LEAK = f(0.01);

/** x above 0, a hundredth of it elsewhere */
function leakyRelu(sum/*: number*/)/*: number*/ {
  return sum > 0 ? sum : f(LEAK * sum);
}
`,
  gelu: `
const ROOT_2_OVER_PI = f(0.7978845608028654);
const CUBIC = f(0.044715);

/** x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))) */
function gelu(sum/*: number*/)/*: number*/ {
  const bend = tanh(f(ROOT_2_OVER_PI * f(sum + f(CUBIC * f(f(sum * sum) * sum)))));
  const gate = f(1 + bend);
  return gate === 0 ? -0 : f(f(0.5 * sum) * gate);
}
`,
};
