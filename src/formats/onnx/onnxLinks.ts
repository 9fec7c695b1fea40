// One node of a graph as steps from numbers to numbers.

import { type LayerActivation, softmax } from '../../model/activations/index.js';
import { ShapeError } from '../../support/errors.js';
import { hasField } from '../../support/hasField.js';
import { describe, wording } from '../../support/wording.js';
import type { Constants } from './onnxConstants.js';
import { TENSOR_ELEMENT } from './onnxFields.js';
import { activationOf } from './onnxOperators.js';
import { type NodeFault, nodeFault, nodeWords, type OnnxNode } from './readNode.js';
import type { OnnxTensor } from './readTensor.js';
import { joined, type RowShape, rankOf, shapeWords } from './rowShape.js';
import type { SpelledOut } from './spelledOut.js';

/** A layer's weights. */
export interface MatrixLink {
  readonly kind: 'matrix';
  readonly weights: OnnxTensor;
  readonly biases: OnnxTensor | undefined;
  readonly transposed: boolean;
  readonly inputs: number;
  readonly outputs: number;
  readonly node: OnnxNode;
}

/** A number for each input or output, or one number for all: a step of a scaling, or the biases of a layer. */
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

/** A node and its place. */
export interface Place {
  readonly node: OnnxNode;
  /** The name that it takes. */
  readonly name: string;
  /** The shape of the numbers of that name. */
  readonly shape: RowShape;
  /** The version of the operators. */
  readonly opset: number;
  readonly constants: Constants;
  /** The call that cuts the file so that this node is left out. */
  readonly cut: () => string;
}

/** The steps of a node, and the shape behind it. */
export interface Steps {
  readonly links: readonly Link[];
  readonly shape: RowShape;
}

/** Steps with one number for each input. Of these two it makes no difference which comes first. */
const EITHER_WAY: Readonly<Record<string, ScalingLink['kind']>> = { Add: 'add', Mul: 'multiply' };
const ONE_WAY: Readonly<Record<string, ScalingLink['kind']>> = { Sub: 'subtract', Div: 'divide' };

/** The steps of a node: one, or two of a `Scaler`, or none of a `Cast`. */
export function stepsOf(what: string, place: Place): Steps {
  const { node, name, shape } = place;
  const { operator, inputs, attributes } = node;
  const isFirst = inputs[0] === name;
  if (operator === 'Cast' && isFirst) {
    const to = attributes.get('to');
    if (to === TENSOR_ELEMENT.float || to === TENSOR_ELEMENT.double) return { links: [], shape };
    // Whole numbers lose their fractions, and float16 ends at 65504.
    const expected = 'a type that keeps the numbers: float or double';
    throw nodeFault(what, node, { at: 'to', expected, got: `type ${to}`, remedy: 'Export the network in float32.' });
  }
  if ((operator === 'Gemm' || operator === 'MatMul') && isFirst) {
    const link = operator === 'Gemm' ? gemm(what, place) : matrix(what, place, undefined, false);
    return { links: [link], shape: { ...shape, sides: [link.outputs] } };
  }
  const kind = EITHER_WAY[operator] ?? (isFirst ? ONE_WAY[operator] : undefined);
  if (kind !== undefined) {
    const { tensor, shape: behind } = rowAt(what, place, isFirst ? 1 : 0, shape);
    return { links: [{ kind, by: tensor.data ?? [], node }], shape: behind };
  }
  if (operator === 'ai.onnx.ml.Scaler' && isFirst) {
    const listed = (list: string, otherwise: number) => (node.lists.get(list) ?? [otherwise]).map(Number);
    const [offset, scale] = [listed('offset', 0), listed('scale', 1)];
    const side = Math.max(offset.length, scale.length);
    const behind = shape.batch === undefined ? undefined : joined(shape, [side]);
    if (behind === undefined) throw misfit(what, place, [side], 'scale');
    return {
      links: [
        { kind: 'subtract', by: offset, node },
        { kind: 'multiply', by: scale, node },
      ],
      shape: behind,
    };
  }
  return { links: [activation(what, place)], shape };
}

/** The activation that several nodes spell out. */
export function linkOfSteps(what: string, { found, last }: SpelledOut): Link {
  if (hasField(found, 'expected')) throw nodeFault(what, last, found);
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
function rowAt(what: string, place: Place, at: number, shape: RowShape): { tensor: OnnxTensor; shape: RowShape } {
  const tensor = constantAt(what, place, at);
  const behind = joined(shape, tensor.shape);
  if (behind === undefined) throw misfit(what, { ...place, shape }, tensor.shape, `input ${at}`);
  return { tensor, shape: behind };
}

/** Numbers of another length than a row's, or in another form than one row. */
function misfit(what: string, { node, shape }: Place, sides: readonly number[], at: string): Error {
  const count = sides.at(-1) ?? 1;
  const isRow =
    sides.length <= rankOf(shape) && shape.sides.length === 1 && sides.every((side, i) => side === 1 || i === sides.length - 1);
  if (isRow) {
    const expected = `${shape.sides[0]} numbers, one for each of a row`;
    return new ShapeError(wording(`${what}: ${nodeWords(node)}: ${at}`, expected, `${count}`));
  }
  return nodeFault(what, node, { at, expected: 'one row of numbers', got: `[${sides.join(', ')}]` });
}

/** A Gemm that is a layer: no factors, and its input as it comes. */
function gemm(what: string, place: Place): MatrixLink {
  const { node, shape } = place;
  const { attributes, inputs } = node;
  if (shape.batch === undefined) throw nodeFault(what, node, { expected: 'a batch of rows', got: shapeWords(shape) });
  // beta is a factor of the biases: of none, or of those that it makes 0, it may be anything.
  const hasBiases = Boolean(inputs[2]) && attributes.get('beta') !== 0;
  const usual = { alpha: 1, transA: 0, ...(hasBiases && { beta: 1 }) };
  for (const [at, value] of Object.entries(usual)) {
    const given = attributes.get(at) ?? value;
    if (given !== value) throw nodeFault(what, node, { at, expected: `${value}`, got: `${given}` });
  }
  const turned = attributes.get('transB') ?? 0;
  if (turned !== 0 && turned !== 1) throw nodeFault(what, node, { at: 'transB', expected: '0 or 1', got: `${turned}` });
  const link = matrix(what, place, undefined, turned === 1);
  if (!hasBiases) return link;
  return { ...link, biases: rowAt(what, place, 2, { ...shape, sides: [link.outputs] }).tensor };
}

/** A layer's weights, as many inputs as come. */
function matrix(what: string, place: Place, biases: OnnxTensor | undefined, transposed: boolean): MatrixLink {
  const { node, shape } = place;
  const weights = constantAt(what, place, 1);
  const path = `${what}: ${nodeWords(node)}: ${describe(weights.name)}`;
  const [rows = 0, columns = 0] = weights.shape;
  if (weights.shape.length !== 2 || rows === 0 || columns === 0) {
    throw new ShapeError(wording(path, 'a matrix of 1 or more rows and columns', `[${weights.shape.join(', ')}]`));
  }
  const [outputs, inputs] = transposed ? [rows, columns] : [columns, rows];
  const [side] = shape.sides;
  if (shape.sides.length !== 1) {
    const remedy = 'A Flatten before it makes it one.';
    throw nodeFault(what, node, { expected: 'a row of numbers', got: shapeWords(shape), remedy });
  }
  if (side !== undefined && side !== inputs) {
    throw new ShapeError(wording(path, `${side} inputs, for the numbers that come`, `${inputs}`));
  }
  return { kind: 'matrix', weights, biases, transposed, inputs, outputs, node };
}

function activation(what: string, { node, name, shape, opset, cut }: Place): Link {
  const { operator, attributes } = node;
  const found = node.inputs[0] === name ? activationOf(operator, attributes, { rank: rankOf(shape), opset }) : undefined;
  if (found === undefined) {
    const expected = 'Gemm, MatMul, Add, or an activation that this library has';
    const remedy = `Only networks of dense layers can be read. To leave this step out: ${cut()}.`;
    throw nodeFault(what, node, { expected, got: operator, remedy });
  }
  if (found === softmax && shape.sides.length !== 1) {
    throw nodeFault(what, node, { expected: 'a row of numbers', got: shapeWords(shape) });
  }
  if (!hasField(found, 'expected')) return { kind: 'activation', activation: found, node };
  const given = Array.from(attributes, ([attribute, value]) => `${attribute} ${describe(value)}`);
  const fault: NodeFault = { expected: found.expected, got: given.join(', ') || 'nothing', remedy: found.remedy };
  throw nodeFault(what, node, fault);
}
