// The numbers that a graph holds, by the names under which its nodes take them. Nodes between may pass them on unchanged.
import { transpose } from '../../linalg/matrices.js';
import { TENSOR_ELEMENT } from './onnxFields.js';
import type { OnnxModel } from './readModel.js';
import type { OnnxNode } from './readNode.js';
import type { OnnxTensor } from './readTensor.js';

/** Numbers that are known without any input. */
export interface Constants {
  /** The tensor of a name, as the file holds it; undefined if it is computed from the input. */
  readonly find: (name: string) => OnnxTensor | undefined;
  /** The same, turned and rounded where the graph does so. */
  readonly tensorOf: (name: string) => OnnxTensor | undefined;
}

/** A tensor, and what nodes do to it before it is used. */
interface Found {
  readonly tensor: OnnxTensor;
  /** Whether rows and columns change places. */
  readonly isTurned: boolean;
  /** Whether float64 numbers are made float32. */
  readonly isRounded: boolean;
}

/** What a node does to known numbers; undefined for a node that is not read here. */
type Follows = 'turns' | 'rounds' | 'passes' | undefined;

/** The constants of a graph: its tensors, `Constant`, and `Identity`, `Transpose` and `Cast` of constants. */
export function constantsOf({ tensors, makers }: Pick<OnnxModel, 'tensors' | 'makers'>): Constants {
  const known = new Map<string, Found | undefined>();
  // Thousands of nodes may take one tensor turned or rounded: there is one copy of each.
  const [turns, rounds] = [new Map<OnnxTensor, OnnxTensor | undefined>(), new Map<OnnxTensor, OnnxTensor | undefined>()];

  function find(name: string): Found | undefined {
    // Goes back from name to name: thousands of nodes may pass numbers on.
    const way: { readonly name: string; readonly follows: Follows }[] = [];
    const passed = new Set<string>();
    let at = name;
    let found: Found | undefined;
    while (!passed.has(at)) {
      passed.add(at);
      const tensor = tensors.get(at) ?? makers.get(at)?.constant;
      if (known.has(at) || tensor !== undefined) {
        found = known.has(at) ? known.get(at) : tensor && { tensor, isTurned: false, isRounded: false };
        break;
      }
      const maker = makers.get(at);
      const follows = maker && followsOf(maker);
      if (maker === undefined || follows === undefined) break;
      way.push({ name: at, follows });
      at = maker.inputs[0] ?? '';
    }
    for (const { name: before, follows } of way.reverse()) {
      found = found && {
        tensor: found.tensor,
        isTurned: found.isTurned !== (follows === 'turns'),
        isRounded: found.isRounded || follows === 'rounds',
      };
      known.set(before, found);
    }
    return found;
  }

  const tensorOf = (name: string) => {
    const found = find(name);
    const exact = found && (found.isRounded ? once(rounds, found.tensor, rounded) : found.tensor);
    return exact && (found.isTurned ? once(turns, exact, turned) : exact);
  };
  return { find: (name) => find(name)?.tensor, tensorOf };
}

function once(
  made: Map<OnnxTensor, OnnxTensor | undefined>,
  tensor: OnnxTensor,
  make: (tensor: OnnxTensor) => OnnxTensor | undefined,
): OnnxTensor | undefined {
  if (!made.has(tensor)) made.set(tensor, make(tensor));
  return made.get(tensor);
}

function followsOf({ operator, attributes, lists }: OnnxNode): Follows {
  const to = attributes.get('to');
  // Halves would round more than weights are rounded here.
  if (operator === 'Cast') return to === TENSOR_ELEMENT.float ? 'rounds' : to === TENSOR_ELEMENT.double ? 'passes' : undefined;
  if (operator === 'Identity') return 'passes';
  if (operator !== 'Transpose') return undefined;
  const order = lists.get('perm');
  if (order === undefined || `${order}` === '1,0') return 'turns';
  return `${order}` === '0,1' || `${order}` === '0' ? 'passes' : undefined;
}

function rounded(tensor: OnnxTensor): OnnxTensor {
  return tensor.data instanceof Float64Array ? { ...tensor, data: new Float32Array(tensor.data) } : tensor;
}

/** A matrix transposed, in float32. A row or a single number stays as it is. Other shapes are not transposed here. */
function turned(tensor: OnnxTensor): OnnxTensor | undefined {
  const { shape, data } = tensor;
  if (shape.length < 2) return tensor;
  if (shape.length > 2 || data === undefined) return undefined;
  const [rows = 0, columns = 0] = shape;
  if (rows === 1 || columns === 1) return { ...tensor, shape: [columns, rows] };
  const other = transpose(new Float32Array(data.length), new Float32Array(data), columns);
  return { ...tensor, shape: [columns, rows], data: other };
}
