// The numbers that a graph holds, by the names under which its nodes take them: also through nodes that only hand them on.
import { transpose } from '../../linalg/matrices.js';
import { TENSOR_ELEMENT } from './onnxFields.js';
import type { OnnxModel } from './readModel.js';
import type { OnnxNode } from './readNode.js';
import type { OnnxTensor } from './readTensor.js';

/** Numbers that are known without any input. */
export interface Constants {
  /** What a name stands for, as the file holds it; undefined if it is computed from the input. */
  readonly find: (name: string) => Found | undefined;
  /** The same, turned where the graph turns it. */
  readonly tensorOf: (name: string) => OnnxTensor | undefined;
}

interface Found {
  readonly tensor: OnnxTensor;
  /** Whether rows and columns change places. */
  readonly isTurned: boolean;
}

/** What a node does to numbers that are known: turns them, or nothing; undefined for what is not followed. */
type Follows = 'turns' | 'passes' | undefined;

/** The constants of a graph: its tensors, `Constant`, and `Identity`, `Transpose` and `Cast` of constants. */
export function constantsOf({ tensors, nodes }: Pick<OnnxModel, 'tensors' | 'nodes'>): Constants {
  const makers = new Map(nodes.flatMap((node) => node.outputs.map((output) => [output, node] as const)));
  const known = new Map<string, Found | undefined>();

  function find(name: string): Found | undefined {
    // Back from name to name: a graph may hand numbers on through thousands of nodes.
    const way: { readonly name: string; readonly turns: boolean }[] = [];
    const passed = new Set<string>();
    let at = name;
    let found: Found | undefined;
    while (!passed.has(at)) {
      passed.add(at);
      const tensor = tensors.get(at) ?? makers.get(at)?.constant;
      if (known.has(at) || tensor !== undefined) {
        found = known.has(at) ? known.get(at) : tensor && { tensor, isTurned: false };
        break;
      }
      const maker = makers.get(at);
      const follows = maker && followsOf(maker);
      if (maker === undefined || follows === undefined) break;
      way.push({ name: at, turns: follows === 'turns' });
      at = maker.inputs[0] ?? '';
    }
    for (const { name: before, turns } of way.reverse()) {
      found = found && { tensor: found.tensor, isTurned: found.isTurned !== turns };
      known.set(before, found);
    }
    return found;
  }

  const tensorOf = (name: string) => {
    const found = find(name);
    return found?.isTurned ? turned(found.tensor) : found?.tensor;
  };
  return { find, tensorOf };
}

function followsOf({ operator, attributes, lists }: OnnxNode): Follows {
  const to = attributes.get('to');
  // Halves would round; weights become float32 in any case.
  if (operator === 'Cast') return to === TENSOR_ELEMENT.float || to === TENSOR_ELEMENT.double ? 'passes' : undefined;
  if (operator === 'Identity') return 'passes';
  if (operator !== 'Transpose') return undefined;
  const order = lists.get('perm');
  if (order === undefined || `${order}` === '1,0') return 'turns';
  return `${order}` === '0,1' || `${order}` === '0' ? 'passes' : undefined;
}

/** A matrix turned, in float32; a row or a single number stays what it is, and anything else has no turned form here. */
function turned(tensor: OnnxTensor): OnnxTensor | undefined {
  const { shape, data } = tensor;
  if (shape.length < 2) return tensor;
  if (shape.length > 2 || data === undefined) return undefined;
  const [rows = 0, columns = 0] = shape;
  const other = transpose(new Float32Array(data.length), Float32Array.from(data), columns);
  return { ...tensor, shape: [columns, rows], data: other };
}
