// A graph as a row of layers: from its input, node by node, to its last activations.
import { FormatError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import { constantsOf } from './onnxConstants.js';
import { cutting, headOf, type OnnxHead } from './onnxHead.js';
import { type Link, linkOfSteps, linksOf } from './onnxLinks.js';
import type { OnnxModel } from './readModel.js';
import type { OnnxNode } from './readNode.js';
import { spelledOut } from './spelledOut.js';

/** The steps of a graph, and what comes behind them. */
export interface Chain {
  readonly links: readonly Link[];
  readonly head: OnnxHead;
}

/** Operators that change no number of a row: shapes, types, and what only training does. */
const PASSING = ['Identity', 'Flatten', 'Reshape', 'Squeeze', 'Dropout'];

/** The steps from the graph's input to its last activations. */
export function chainOf(what: string, model: OnnxModel): Chain {
  const { nodes, inputs } = model;
  if (inputs.length !== 1) {
    const remedy =
      "Only one row of numbers can be read. With skl2onnx: initial_types=[('X', FloatTensorType([None, inputs]))].";
    const got = `${inputs.length} inputs`;
    throw new FormatError(wording(`${what}: graph`, 'one input and one output of numbers', got, remedy), { offset: 0 });
  }
  const constants = constantsOf(model);
  const head = headOf(what, model, constants);
  const users = usersOf(nodes.filter(({ operator }) => operator !== 'Constant'));
  const links: Link[] = [];
  let name = inputs[0] as string;
  const passed = new Set<OnnxNode>();
  // What comes before the first layer, or behind the last, may be done outside of the file.
  const cutOf = (node: OnnxNode) => {
    const isBefore = links.every(({ kind }) => kind !== 'matrix');
    return cutting(isBefore ? { inputs: node.outputs, outputs: [head.last] } : { inputs, outputs: node.inputs });
  };
  while (name !== head.last) {
    const spelled = spelledOut(name, users, constants);
    const [node, ...others] = spelled === undefined ? (users.get(name) ?? []) : [spelled.last];
    if (node === undefined || others.length > 0 || passed.has(node)) {
      const got = node === undefined ? 'none' : passed.has(node) ? 'a circle' : `${others.length + 1}`;
      throw new FormatError(wording(`${what}: '${name}'`, 'one node that takes it', got, 'Only layers in a row can be read.'), {
        offset: node?.offset ?? 0,
      });
    }
    passed.add(node);
    if (spelled !== undefined) links.push(linkOfSteps(what, spelled));
    else if (!PASSING.includes(node.operator)) links.push(...linksOf(what, { node, name, constants, cut: () => cutOf(node) }));
    name = node.outputs[0] ?? '';
  }
  return { links, head };
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
