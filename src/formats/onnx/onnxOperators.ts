// Which operator of ONNX each activation is.
//
// Source: "ONNX Operators", the list of operators of the ONNX project.
import { isBuiltIn } from '../../model/activations/activation.js';
import {
  elu,
  gelu,
  type LayerActivation,
  leakyRelu,
  relu,
  sigmoid,
  softmax,
  softplus,
  tanh,
} from '../../model/activations/index.js';

/** An attribute of an operator: a float32, a whole number or a text. */
export type Attribute = { readonly float: number } | { readonly integer: number } | { readonly text: string };

/** An operator with the attributes that make it an activation of ours. */
export interface ActivationOperator {
  readonly operator: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** The set of operators that a file asks for. Every program that reads ONNX has known the first for years; only gelu needs the second. */
export const USUAL_OPSET = 13;
export const GELU_OPSET = 20;

/** The operator of an activation; undefined for one of the user's own, which ONNX does not know. */
export function operatorOf(activation: LayerActivation): ActivationOperator | undefined {
  // By name, since the activation may come from another copy of this library.
  if (!isBuiltIn(activation)) return undefined;
  switch (activation.name) {
    case 'sigmoid':
      return plain('Sigmoid');
    case 'relu':
      return plain('Relu');
    case 'tanh':
      return plain('Tanh');
    case 'softplus':
      return plain('Softplus');
    case 'identity':
      return plain('Identity');
    case 'leakyRelu':
      return { operator: 'LeakyRelu', attributes: { alpha: { float: Math.fround(0.01) } } };
    case 'elu':
      return { operator: 'Elu', attributes: { alpha: { float: 1 } } };
    case 'gelu':
      return { operator: 'Gelu', attributes: { approximate: { text: 'tanh' } } };
    case 'softmax':
      return { operator: 'Softmax', attributes: { axis: { integer: 1 } } };
    default:
      return undefined;
  }
}

function plain(operator: string): ActivationOperator {
  return { operator, attributes: {} };
}

/** What reading an operator gives: the activation, or what is wrong with its attributes. */
export type FoundActivation = LayerActivation | { readonly expected: string; readonly remedy?: string | undefined } | undefined;

/** Before this version Softmax took all sides from its axis on as one, and its axis was 1 unless told. */
const SOFTMAX_OPSET = 13;

/** The activation that an operator with these attributes is, for numbers of `rank` sides; undefined if the operator is none. */
export function activationOf(
  operator: string,
  attributes: ReadonlyMap<string, number | string>,
  { rank, opset }: { readonly rank: number; readonly opset: number },
): FoundActivation {
  switch (operator) {
    case 'Sigmoid':
      return sigmoid;
    case 'Relu':
      return relu;
    case 'Tanh':
      return tanh;
    case 'Softplus':
      return softplus;
    case 'LeakyRelu':
      return Math.fround(numberIn(attributes, 'alpha', 0.01)) === Math.fround(0.01) ? leakyRelu : { expected: 'alpha 0.01' };
    case 'Elu':
      return numberIn(attributes, 'alpha', 1) === 1 ? elu : { expected: 'alpha 1' };
    case 'Gelu':
      if (attributes.get('approximate') === 'tanh') return gelu;
      return { expected: "approximate 'tanh'", remedy: "In PyTorch that is nn.GELU(approximate='tanh')." };
    case 'LogSoftmax':
      return { expected: 'Softmax', remedy: 'Export the network with a softmax at its end, or with none.' };
    case 'Softmax': {
      const axis = numberIn(attributes, 'axis', opset < SOFTMAX_OPSET ? 1 : -1);
      return [rank - 1, -1].includes(axis) ? softmax : { expected: `axis ${rank - 1}` };
    }
    default:
      return undefined;
  }
}

function numberIn(attributes: ReadonlyMap<string, number | string>, name: string, usual: number): number {
  const value = attributes.get(name) ?? usual;
  return typeof value === 'number' ? value : Number.NaN;
}
