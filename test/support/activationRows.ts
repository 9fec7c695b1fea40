// What is known of each built-in activation but softmax: a row for each, from which the tests of activations are made.
//
// A new activation is a row here. Its hashes are those that the tests print, once the other tests of the same file pass.
import { type Activation, elu, gelu, identity, leakyRelu, mish, relu, sigmoid, softplus, softsign, tanh } from 'glassbox-nn';

export interface ActivationRow {
  readonly activation: Activation;
  /** Whether its layers start with He's weights. */
  readonly rectifier: boolean;
  /** At the weighted sums -2, 0 and 2, to 10 digits, computed by another program (Python's math module). */
  readonly values: readonly [number, number, number];
  readonly derivatives: readonly [number, number, number];
  /** What it comes to far out on a side: its value over the weighted sum where it grows with it, or else its value. */
  readonly grows: { readonly left: number; readonly right: number };
  readonly flat: { readonly left?: number; readonly right?: number };
  /** From which size of a weighted sum on this is so to the last places; 1000 if left out. */
  readonly far?: number;
  /** Its derivative at a small sum below 0, and above it. */
  readonly nearZero: readonly [number, number];
  /**
   * How far its float32 kernel is from its formula at most, measured over 1.4 million float32 from -100 to 100 and rounded up: the
   * value in units in its last place, the derivative in units of 2^-24.
   */
  readonly valueError: number;
  readonly derivativeError: number;
  /** Hash of the kernel's values and derivatives. */
  readonly kernelHash: string;
  /** Hash of the outputs of a 12-9-7-5 network of this activation throughout. */
  readonly networkHash: string;
}

export const activationRows = {
  identity: {
    activation: identity,
    rectifier: false,
    values: [-2, 0, 2],
    derivatives: [1, 1, 1],
    grows: { left: 1, right: 1 },
    flat: {},
    nearZero: [1, 1],
    valueError: 0,
    derivativeError: 0,
    kernelHash: 'acf496fd',
    networkHash: 'bbadc5bb',
  },
  relu: {
    activation: relu,
    rectifier: true,
    values: [0, 0, 2],
    derivatives: [0, 0, 1],
    grows: { left: 0, right: 1 },
    flat: { left: 0 },
    nearZero: [0, 1],
    valueError: 0,
    derivativeError: 0,
    kernelHash: '9fdb44a4',
    networkHash: 'be5c466b',
  },
  leakyRelu: {
    activation: leakyRelu,
    rectifier: true,
    values: [-0.02, 0, 2],
    derivatives: [0.01, 0.01, 1],
    grows: { left: 0.01, right: 1 },
    flat: {},
    nearZero: [0.01, 1],
    valueError: 1,
    derivativeError: 0.1,
    kernelHash: '01fc9296',
    networkHash: '1c82978e',
  },
  sigmoid: {
    activation: sigmoid,
    rectifier: false,
    values: [0.1192029220221176, 0.5, 0.8807970779778823],
    derivatives: [0.1049935854035065, 0.25, 0.1049935854035066],
    grows: { left: 0, right: 0 },
    flat: { left: 0, right: 1 },
    nearZero: [0.25, 0.25],
    valueError: 2.2,
    derivativeError: 1.6,
    kernelHash: 'a3753a8f',
    networkHash: '8a7661b8',
  },
  tanh: {
    activation: tanh,
    rectifier: false,
    values: [-0.9640275800758169, 0, 0.9640275800758169],
    derivatives: [0.07065082485316443, 1, 0.07065082485316443],
    grows: { left: 0, right: 0 },
    flat: { left: -1, right: 1 },
    nearZero: [1, 1],
    valueError: 1.5,
    derivativeError: 2.2,
    kernelHash: '7dc21ead',
    networkHash: 'cd4f6ec6',
  },
  elu: {
    activation: elu,
    rectifier: true,
    values: [-0.8646647167633873, 0, 2],
    derivatives: [0.1353352832366127, 1, 1],
    grows: { left: 0, right: 1 },
    flat: { left: -1 },
    nearZero: [1, 1],
    valueError: 2.2,
    derivativeError: 1.6,
    kernelHash: '9fb7068f',
    networkHash: '538fd089',
  },
  softplus: {
    activation: softplus,
    rectifier: true,
    values: [0.1269280110429726, Math.LN2, 2.1269280110429727],
    derivatives: [0.1192029220221176, 0.5, 0.8807970779778823],
    grows: { left: 0, right: 1 },
    flat: { left: 0 },
    nearZero: [0.5, 0.5],
    valueError: 3.1,
    derivativeError: 1.6,
    kernelHash: '16fc2dbb',
    networkHash: '0030a88f',
  },
  gelu: {
    activation: gelu,
    rectifier: true,
    values: [-0.045402305912225, 0, 1.954597694087775],
    derivatives: [-0.086099256623618, 0.5, 1.086099256623618],
    grows: { left: 0, right: 1 },
    flat: { left: 0 },
    nearZero: [0.5, 0.5],
    // Where x is negative, 1 + tanh cancels: there gelu is right to 2 units of 2^-24 |x|, and not to the last place of its result.
    valueError: Number.POSITIVE_INFINITY,
    derivativeError: 10,
    kernelHash: '78b68a5d',
    networkHash: '841d44e5',
  },
  softsign: {
    activation: softsign,
    rectifier: false,
    values: [-2 / 3, 0, 2 / 3],
    derivatives: [1 / 9, 1, 1 / 9],
    grows: { left: 0, right: 0 },
    flat: { left: -1, right: 1 },
    far: 1e17,
    nearZero: [1, 1],
    valueError: 1.5,
    derivativeError: 1.9,
    kernelHash: 'fad03911',
    networkHash: '9ea94df2',
  },
  mish: {
    activation: mish,
    rectifier: true,
    values: [-0.2525014826957089, 0, 1.9439589595339946],
    derivatives: [-0.10835509242039393, 0.6, 1.0693179342794896],
    grows: { left: 0, right: 1 },
    flat: { left: 0 },
    nearZero: [0.6, 0.6],
    valueError: 4.8,
    derivativeError: 9.5,
    kernelHash: '22096839',
    networkHash: 'bf0f6248',
  },
} as const satisfies Readonly<Record<string, ActivationRow>>;

/** The rows with their names, for `it.each`. */
export const namedRows = Object.entries<ActivationRow>(activationRows).map(([name, row]) => ({ name, ...row }));
