// A graph as a row of layers: from its input, node by node, to its last activations.
import { FormatError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import { constantsOf } from './onnxConstants.js';
import { cutting, headOf, type OnnxHead } from './onnxHead.js';
import { type Link, linkOfSteps, stepsOf } from './onnxLinks.js';
import { isPassing, shapeBehind } from './onnxPassing.js';
import type { OnnxModel } from './readModel.js';
import type { OnnxNode } from './readNode.js';
import { declaredShape } from './rowShape.js';
import { spelledOut } from './spelledOut.js';

/** The steps of a graph, and what follows them. */
export interface Chain {
  readonly links: readonly Link[];
  readonly head: OnnxHead;
}

/** The steps from the graph's input to its last activations. */
export function chainOf(what: string, model: OnnxModel): Chain {
  const { nodes, inputs, opset } = model;
  let shape = declaredShape(model.inputSides);
  if (inputs.length !== 1 || shape === undefined) {
    const remedy =
      "Only one row of numbers can be read. With skl2onnx: initial_types=[('X', FloatTensorType([None, inputs]))].";
    const got = inputs.length === 1 ? 'a single number' : `${inputs.length} inputs`;
    throw new FormatError(wording(`${what}: graph`, 'one input and one output of numbers', got, remedy), { offset: 0 });
  }
  const constants = constantsOf(model);
  const head = headOf(what, model, constants);
  const users = usersOf(nodes.filter(({ operator }) => operator !== 'Constant'));
  const links: Link[] = [];
  let name = inputs[0];
  const passed = new Set<OnnxNode>();
  // Steps before the first layer, or behind the last, may be done outside of the file.
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
    else if (isPassing(node) && node.inputs[0] === name) {
      shape = shapeBehind(what, { node, shape, constants, isLast: node.outputs[0] === head.last });
    } else {
      const steps = stepsOf(what, { node, name, shape, opset, constants, cut: () => cutOf(node) });
      links.push(...steps.links);
      shape = steps.shape;
    }
    name = node.outputs[0] ?? '';
  }
  return { links, head };
}

/** The nodes that take each name. */
function usersOf(nodes: readonly OnnxNode[]): Map<string, OnnxNode[]> {
  const users = new Map<string, OnnxNode[]>();
  for (const node of nodes) {
    for (const input of node.inputs) {
      const list = users.get(input);
      if (list === undefined) users.set(input, [node]);
      else if (list.at(-1) !== node) list.push(node);
    }
  }
  return users;
}
