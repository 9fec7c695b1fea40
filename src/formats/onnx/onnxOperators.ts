// The operators of ONNX for activations.
import { type LayerActivation, softmax } from '../../model/activations/index.js';
import { describe } from '../../support/wording.js';
import { BUILT_INS, formOf, ONNX, ONNX_OPSETS } from '../activationFormats.js';

/** An attribute of an operator that makes an activation: a float32, a whole number or a text. */
export type Attribute = { readonly float: number } | { readonly integer: number } | { readonly text: string };

/** An operator with the attributes that make it an activation of ours. */
export interface ActivationOperator {
  readonly operator: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** An operator; one without attributes stands by its name. */
export type OnnxForm = string | ActivationOperator;

/** The operator of an activation; undefined for a custom one, which ONNX does not know. */
export function operatorOf(activation: LayerActivation): ActivationOperator | undefined {
  const form = formOf(ONNX, activation);
  return typeof form === 'string' ? { operator: form, attributes: {} } : form;
}

/** The set of operators that a file asks for, unless an operator came later. Every program that reads ONNX has known it for years. */
const USUAL_OPSET = 13;

/** The set that has all of these operators. */
export function opsetOf(operators: readonly ActivationOperator[]): number {
  const sets = operators.map(({ operator }) => (Object.hasOwn(ONNX_OPSETS, operator) ? ONNX_OPSETS[operator] : 0));
  return Math.max(USUAL_OPSET, ...sets);
}

/** The result of reading an operator: the activation, or the fault of its attributes. */
export type FoundActivation = LayerActivation | { readonly expected: string; readonly remedy?: string | undefined } | undefined;

/** Before this version Softmax took all sides from its axis on as one, and its axis was 1 unless stated. */
const SOFTMAX_OPSET = 13;

/** The activation that an operator with these attributes is, for numbers of `rank` sides; undefined if the operator is none. */
export function activationOf(
  operator: string,
  attributes: ReadonlyMap<string, number | string>,
  { rank, opset }: { readonly rank: number; readonly opset: number },
): FoundActivation {
  if (operator === 'LogSoftmax') {
    return { expected: 'Softmax', remedy: 'Export the network with a softmax at its end, or with none.' };
  }
  if (operator === 'Softmax') {
    const axis = attributes.get('axis') ?? (opset < SOFTMAX_OPSET ? 1 : -1);
    return axis === rank - 1 || axis === -1 ? softmax : { expected: `axis ${rank - 1}` };
  }
  const known = Object.values(BUILT_INS).find((activation) => operatorOf(activation)?.operator === operator);
  return known && (misfitOf(operatorOf(known) as ActivationOperator, attributes) ?? known);
}

/** The fault of an operator's attributes. A number that is left out counts as ours; a text that is left out does not. */
function misfitOf({ operator, attributes }: ActivationOperator, given: ReadonlyMap<string, number | string>) {
  for (const [name, attribute] of Object.entries(attributes)) {
    const [wanted] = Object.values<number | string>(attribute);
    const value = given.get(name) ?? (typeof wanted === 'number' ? wanted : undefined);
    const [got, right] = [value, wanted].map((one) => (typeof one === 'number' ? Math.fround(one) : one));
    if (got === right) continue;
    const remedy = operator === 'Gelu' ? "In PyTorch that is nn.GELU(approximate='tanh')." : undefined;
    return { expected: `${name} ${describe(wanted)}`, remedy };
  }
  return undefined;
}
