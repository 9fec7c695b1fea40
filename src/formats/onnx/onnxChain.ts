// A graph as a row of layers: from its input, node by node, to its output.
import type { LayerActivation } from '../../model/activations/index.js';
import { FormatError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import { TENSOR_ELEMENT } from './onnxFields.js';
import { activationOf } from './onnxOperators.js';
import type { OnnxModel } from './readModel.js';
import type { OnnxNode } from './readNode.js';
import type { OnnxTensor } from './readTensor.js';
import { type SpelledOut, spelledOut } from './spelledOut.js';

/** One step from numbers to numbers. */
export type Link =
  | {
      readonly kind: 'matrix';
      readonly weights: OnnxTensor;
      readonly biases: OnnxTensor | undefined;
      readonly transposed: boolean;
      readonly node: OnnxNode;
    }
  | { readonly kind: 'add' | 'subtract' | 'divide'; readonly by: OnnxTensor; readonly node: OnnxNode }
  | { readonly kind: 'activation'; readonly activation: LayerActivation; readonly node: OnnxNode };

/** Operators that change no number of a row: shapes, types, and what only training does. */
const PASSING = ['Flatten', 'Reshape', 'Squeeze', 'Dropout'];

/** Types that a `Cast` may go to: whole numbers would lose what stands behind the point. */
const FLOATING: readonly unknown[] = /* @__PURE__ */ Object.values(TENSOR_ELEMENT);

/** The steps from the graph's input to its output. */
export function chainOf(what: string, { nodes, tensors, inputs, outputs }: OnnxModel): Link[] {
  if (inputs.length !== 1 || outputs.length !== 1) {
    throw new FormatError(wording(`${what}: graph`, 'one input and one output', `${inputs.length} and ${outputs.length}`), {
      offset: 0,
    });
  }
  const constants = withConstants(tensors, nodes);
  const users = usersOf(nodes.filter(({ operator }) => operator !== 'Constant'));
  const links: Link[] = [];
  let name = inputs[0] as string;
  const passed = new Set<OnnxNode>();
  while (name !== outputs[0]) {
    const spelled = spelledOut(name, users, constants);
    const [node, ...others] = spelled === undefined ? (users.get(name) ?? []) : [spelled.last];
    if (node === undefined || others.length > 0 || passed.has(node)) {
      const got = node === undefined ? 'none' : passed.has(node) ? 'a circle' : `${others.length + 1}`;
      throw new FormatError(wording(`${what}: '${name}'`, 'one node that takes it', got, 'Only layers in a row can be read.'), {
        offset: node?.offset ?? 0,
      });
    }
    passed.add(node);
    const link = spelled ? linkOfSteps(what, spelled) : linkOf(`${what}: ${node.operator}`, node, name, constants);
    if (link !== undefined) links.push(link);
    name = node.outputs[0] ?? '';
  }
  return links;
}

/** The file's own numbers, and those of `Constant` nodes. */
function withConstants(tensors: ReadonlyMap<string, OnnxTensor>, nodes: readonly OnnxNode[]): Map<string, OnnxTensor> {
  const all = new Map(tensors);
  for (const { outputs, constant } of nodes) if (constant !== undefined && outputs[0]) all.set(outputs[0], constant);
  return all;
}

/** Which nodes take each name. */
function usersOf(nodes: readonly OnnxNode[]): Map<string, OnnxNode[]> {
  const users = new Map<string, OnnxNode[]>();
  for (const node of nodes) {
    for (const input of new Set(node.inputs)) {
      const list = users.get(input);
      if (list === undefined) users.set(input, [node]);
      else list.push(node);
    }
  }
  return users;
}

function linkOf(what: string, node: OnnxNode, name: string, constants: ReadonlyMap<string, OnnxTensor>): Link | undefined {
  const { operator, inputs, attributes } = node;
  const constantAt = (place: number): OnnxTensor => {
    const tensor = constants.get(inputs[place] ?? '');
    if (tensor?.data !== undefined) return tensor;
    throw fault(`${what}: input ${place}`, 'numbers that the file holds, in floating point', describe(inputs[place]), node);
  };
  if (PASSING.includes(operator)) return undefined;
  if (operator === 'Cast') {
    const to = attributes.get('to');
    if (FLOATING.includes(to)) return undefined;
    throw fault(`${what}: to`, 'a floating type: float, double, float16 or bfloat16', `type ${to}`, node);
  }
  if (operator === 'Gemm' && inputs[0] === name) {
    checkPlain(what, node);
    const biases = inputs[2] ? constantAt(2) : undefined;
    const turned = attributes.get('transB') ?? 0;
    if (turned !== 0 && turned !== 1) throw fault(`${what}: transB`, '0 or 1', `${turned}`, node);
    return { kind: 'matrix', weights: constantAt(1), biases, transposed: turned === 1, node };
  }
  if (operator === 'MatMul' && inputs[0] === name) {
    return { kind: 'matrix', weights: constantAt(1), biases: undefined, transposed: false, node };
  }
  if (operator === 'Add') return { kind: 'add', by: constantAt(inputs[0] === name ? 1 : 0), node };
  if (operator === 'Sub' && inputs[0] === name) return { kind: 'subtract', by: constantAt(1), node };
  if (operator === 'Div' && inputs[0] === name) return { kind: 'divide', by: constantAt(1), node };
  const activation = activationOf(operator, attributes);
  if (activation === undefined) {
    const known = 'Gemm, MatMul, Add, or an activation that this library has';
    throw fault(what, known, operator, node, 'Only networks of dense layers can be read.');
  }
  if ('expected' in activation) {
    const given = Array.from(attributes, ([attribute, value]) => `${attribute} ${describe(value)}`);
    throw fault(what, activation.expected, given.join(', ') || 'nothing', node, activation.remedy);
  }
  return { kind: 'activation', activation, node };
}

function linkOfSteps(what: string, { found, last }: SpelledOut): Link {
  if ('expected' in found) throw fault(what, found.expected, found.got, last, found.remedy);
  return { kind: 'activation', activation: found, node: last };
}

/** A Gemm that is a layer: no factors, and its input as it comes. */
function checkPlain(what: string, node: OnnxNode): void {
  const usual = { alpha: 1, beta: 1, transA: 0 };
  for (const [name, value] of Object.entries(usual)) {
    const given = node.attributes.get(name) ?? value;
    if (given !== value) throw fault(`${what}: ${name}`, `${value}`, `${given}`, node);
  }
}

/** A fault of a node. */
export function fault(what: string, expected: string, got: string, { offset }: OnnxNode, remedy = ''): FormatError {
  return new FormatError(wording(what, expected, got, remedy), { offset });
}
