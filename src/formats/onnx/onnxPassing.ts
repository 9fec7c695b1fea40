// Nodes that change no number of a row: they pass it on, or change its shape.
import type { Constants } from './onnxConstants.js';
import { nodeFault, type OnnxNode } from './readNode.js';
import { flattened, type RowShape, reshaped, shapeWords, squeezed } from './rowShape.js';

/** Operators that may change no number of a row: shapes, types, and what only training does. */
const PASSING = ['Identity', 'Flatten', 'Reshape', 'Squeeze', 'Dropout'];

/** Sides of a shape. */
const MOST_SIDES = 64;

/** A node and its input. */
export interface Passing {
  readonly node: OnnxNode;
  readonly shape: RowShape;
  readonly constants: Constants;
  /** Whether it makes the output of the graph. */
  readonly isLast: boolean;
}

/** Whether a node passes rows on. */
export function isPassing({ operator }: OnnxNode): boolean {
  return PASSING.includes(operator);
}

/** The shape behind such a node. Throws where it does more than pass rows on. */
export function shapeBehind(what: string, { node, shape, constants, isLast }: Passing): RowShape {
  const { operator, inputs } = node;
  if (operator === 'Dropout') {
    if (inputs[2] && wholes(what, node, 2, constants)[0] !== 0) {
      const remedy = 'Put the model into evaluation mode, as PyTorch does by eval, before you export it.';
      throw nodeFault(what, node, { at: 'training_mode', expected: 'false', got: 'true', remedy });
    }
    return shape;
  }
  if (operator === 'Identity') return shape;
  const { made, does } = resized(what, { node, shape, constants, isLast });
  if (made !== undefined) return made;
  const remedy = 'A row of a batch must stay a row: Flatten of axis 1, or Reshape to [-1, n].';
  throw nodeFault(what, node, { expected: `a step that keeps the rows of ${shapeWords(shape)}`, got: does, remedy });
}

/** The shape behind Flatten, Reshape or Squeeze, and the operation in words. */
function resized(what: string, { node, shape, constants, isLast }: Passing): { made: RowShape | undefined; does: string } {
  const { operator, attributes, lists, inputs } = node;
  if (operator === 'Flatten') {
    const axis = attributes.get('axis') ?? 1;
    return { made: typeof axis === 'number' ? flattened(shape, axis) : undefined, does: `axis ${axis}` };
  }
  if (operator === 'Reshape') {
    const target = wholes(what, node, 1, constants);
    return { made: reshaped(shape, target, attributes.get('allowzero') === 1), does: `[${target.join(', ')}]` };
  }
  const axes = inputs[1] ? wholes(what, node, 1, constants) : lists.get('axes')?.map(Number);
  // Without axes it takes the batch away too where that has one row: only the end of a graph may.
  const made = axes === undefined && !isLast ? undefined : squeezed(shape, axes);
  return { made, does: axes === undefined ? 'no axes' : `axes ${axes.join(', ')}` };
}

/** The whole numbers that a node takes as its input `at`, as the file holds them. */
function wholes(what: string, node: OnnxNode, at: number, constants: Constants): number[] {
  const tensor = constants.find(node.inputs[at] ?? '');
  const [count = 1, ...others] = tensor?.shape ?? [];
  if (tensor?.labels !== undefined && others.length === 0 && count <= MOST_SIDES) {
    const labels = tensor.labels();
    if (labels.length === count) return labels.map(Number);
  }
  throw nodeFault(what, node, { at: `input ${at}`, expected: 'whole numbers that the file holds', got: 'others' });
}
