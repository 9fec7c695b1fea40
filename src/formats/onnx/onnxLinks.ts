// One node of a graph as steps from numbers to numbers.
import type { LayerActivation } from '../../model/activations/index.js';
import { describe } from '../../support/wording.js';
import type { Constants } from './onnxConstants.js';
import { TENSOR_ELEMENT } from './onnxFields.js';
import { activationOf } from './onnxOperators.js';
import { type NodeFault, nodeFault, type OnnxNode } from './readNode.js';
import type { OnnxTensor } from './readTensor.js';
import type { SpelledOut } from './spelledOut.js';

/** A layer's weights. */
export interface MatrixLink {
  readonly kind: 'matrix';
  readonly weights: OnnxTensor;
  readonly biases: OnnxTensor | undefined;
  readonly transposed: boolean;
  readonly node: OnnxNode;
}

/** A number for each input or output, or a single one for all: a step of a scaling; added to a layer's sums, its biases. */
export interface ScalingLink {
  readonly kind: 'add' | 'subtract' | 'multiply' | 'divide';
  readonly by: ArrayLike<number>;
  readonly node: OnnxNode;
}

/** One step from numbers to numbers. */
export type Link =
  | MatrixLink
  | ScalingLink
  | { readonly kind: 'activation'; readonly activation: LayerActivation; readonly node: OnnxNode };

/** A node, and where it stands. */
export interface Place {
  readonly node: OnnxNode;
  /** The name that it takes. */
  readonly name: string;
  readonly constants: Constants;
  /** How its file is cut so that it is left out. */
  readonly cut: () => string;
}

/** Types that a `Cast` may go to: whole numbers would lose what stands behind the point. */
const FLOATING: readonly unknown[] = /* @__PURE__ */ Object.values(TENSOR_ELEMENT);

/** Steps with one number for each input. Of these two it makes no difference which comes first. */
const EITHER_WAY: Readonly<Record<string, ScalingLink['kind']>> = { Add: 'add', Mul: 'multiply' };
const ONE_WAY: Readonly<Record<string, ScalingLink['kind']>> = { Sub: 'subtract', Div: 'divide' };

/** The steps of a node: one, or two of a `Scaler`, or none of a `Cast`. */
export function linksOf(what: string, place: Place): Link[] {
  const { node, name } = place;
  const { operator, inputs, attributes } = node;
  if (operator === 'Cast') {
    const to = attributes.get('to');
    if (FLOATING.includes(to)) return [];
    const expected = 'a floating type: float, double, float16 or bfloat16';
    throw nodeFault(what, node, { at: 'to', expected, got: `type ${to}` });
  }
  if (operator === 'Gemm' && inputs[0] === name) return [gemm(what, place)];
  if (operator === 'MatMul' && inputs[0] === name) {
    return [{ kind: 'matrix', weights: constantAt(what, place, 1), biases: undefined, transposed: false, node }];
  }
  const kind = EITHER_WAY[operator] ?? (inputs[0] === name ? ONE_WAY[operator] : undefined);
  if (kind !== undefined) {
    const { data = [] } = rowAt(what, place, inputs[0] === name ? 1 : 0);
    return [{ kind, by: data, node }];
  }
  if (operator === 'ai.onnx.ml.Scaler') {
    const listed = (list: string, otherwise: number) => (node.lists.get(list) ?? [otherwise]).map(Number);
    return [
      { kind: 'subtract', by: listed('offset', 0), node },
      { kind: 'multiply', by: listed('scale', 1), node },
    ];
  }
  return [activation(what, place)];
}

/** The activation that several nodes spell out. */
export function linkOfSteps(what: string, { found, last }: SpelledOut): Link {
  if ('expected' in found) throw nodeFault(what, last, found);
  return { kind: 'activation', activation: found, node: last };
}

/** The numbers that a node takes as its input `at`. */
function constantAt(what: string, { node, constants }: Place, at: number): OnnxTensor {
  const name = node.inputs[at] ?? '';
  const tensor = constants.tensorOf(name);
  if (tensor?.data !== undefined) return tensor;
  const expected = 'numbers that the file holds, in floating point';
  const remedy = 'Export with do_constant_folding=True, which works out what is known before the file is written.';
  throw nodeFault(what, node, { at: `input ${at}`, expected, got: describe(name), remedy });
}

/** The same, of one number or a row of them: a column would add another number to each example of a batch. */
function rowAt(what: string, place: Place, at: number): OnnxTensor {
  const tensor = constantAt(what, place, at);
  const { shape, data } = tensor;
  if ((shape.at(-1) ?? 1) === data?.length) return tensor;
  throw nodeFault(what, place.node, { at: `input ${at}`, expected: 'one row of numbers', got: `[${shape.join(', ')}]` });
}

/** A Gemm that is a layer: no factors, and its input as it comes. */
function gemm(what: string, place: Place): MatrixLink {
  const { node } = place;
  const { attributes, inputs } = node;
  // beta is a factor of the biases: of none, or of those that it makes 0, it may be anything.
  const hasBiases = Boolean(inputs[2]) && attributes.get('beta') !== 0;
  const usual = { alpha: 1, transA: 0, ...(hasBiases && { beta: 1 }) };
  for (const [at, value] of Object.entries(usual)) {
    const given = attributes.get(at) ?? value;
    if (given !== value) throw nodeFault(what, node, { at, expected: `${value}`, got: `${given}` });
  }
  const turned = attributes.get('transB') ?? 0;
  if (turned !== 0 && turned !== 1) throw nodeFault(what, node, { at: 'transB', expected: '0 or 1', got: `${turned}` });
  const biases = hasBiases ? rowAt(what, place, 2) : undefined;
  return { kind: 'matrix', weights: constantAt(what, place, 1), biases, transposed: turned === 1, node };
}

function activation(what: string, { node, cut }: Place): Link {
  const { operator, attributes } = node;
  const found = activationOf(operator, attributes);
  if (found === undefined) {
    const expected = 'Gemm, MatMul, Add, or an activation that this library has';
    const remedy = `Only networks of dense layers can be read. To leave this step out: ${cut()}.`;
    throw nodeFault(what, node, { expected, got: operator, remedy });
  }
  if (!('expected' in found)) return { kind: 'activation', activation: found, node };
  const given = Array.from(attributes, ([attribute, value]) => `${attribute} ${describe(value)}`);
  const fault: NodeFault = { expected: found.expected, got: given.join(', ') || 'nothing', remedy: found.remedy };
  throw nodeFault(what, node, fault);
}
