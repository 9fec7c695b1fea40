// Random small graphs of ONNX: rows of layers as exporters write them, and near misses in shapes, axes, attributes, types and order.
import { type Draw, withOneMiss } from './Draw.js';
import { GraphWriter, type Sides } from './GraphWriter.js';
import { activation, arithmetic, type Drawing, dense, passing, softmax } from './graphSteps.js';

/** A graph, and what it may be asked. */
export interface RandomGraph {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What was written, a line each. */
  readonly words: readonly string[];
  /** Numbers of a row. */
  readonly width: number;
  /** Sides of inputs that are worth asking, that of the batch first where there is one. */
  readonly batches: readonly (readonly number[])[];
  /** How many rows each of them has. */
  readonly rows: readonly number[];
}

/** Versions of the operators between which something changed. */
const OPSETS = [7, 9, 11, 12, 13, 14, 17, 20] as const;

/** The graph of a seed. */
export function randomGraph(seed: number): RandomGraph {
  return withOneMiss(seed, drawnGraph);
}

function drawnGraph(draw: Draw): RandomGraph {
  const graph = new GraphWriter();
  const opset = draw.miss() ? 6 : draw.chance(0.5) ? 17 : draw.of(...OPSETS);
  const drawing: Drawing = { draw, graph, opset };
  const width = draw.whole(1, 5);
  const { sides, row } = inputOf(drawing, width);
  graph.words.push(`opset ${opset}, x = [${sides ?? 'not said'}]`);
  if (row.length > 1) {
    if (draw.chance(0.2)) arithmetic(drawing, width);
    if (!draw.miss()) graph.step('Flatten', [graph.name]);
  }
  if (draw.chance(0.4)) passing(drawing, width);
  if (draw.chance(0.3)) for (let count = draw.whole(1, 3); count > 0; count--) arithmetic(drawing, width);
  let inputs = width;
  const layers = draw.whole(1, 3);
  for (let layer = 1; layer <= layers; layer++) {
    const outputs = draw.whole(1, 4);
    dense(drawing, inputs, outputs);
    if (draw.chance(0.2)) passing(drawing, outputs);
    if (layer === layers && draw.chance(0.4)) softmax(drawing);
    else if (draw.chance(0.7)) activation(drawing);
    if (draw.chance(0.4)) passing(drawing, outputs);
    inputs = outputs;
  }
  const first = sides?.[0];
  const counts = typeof first === 'number' ? [first] : [1, 2, 3, width];
  const hasBatch = sides === undefined || sides.length > 1;
  const rows = hasBatch ? [...new Set(counts)] : [1];
  return {
    bytes: graph.file(opset, sides),
    words: graph.words,
    width,
    batches: rows.map((count) => (hasBatch ? [count, ...row] : row)),
    rows,
  };
}

/** What the graph says of its input, and the sides of a row. */
function inputOf({ draw }: Drawing, width: number): { sides: Sides | undefined; row: readonly number[] } {
  const kind = draw.whole(0, 9);
  if (kind < 4) return { sides: ['batch', width], row: [width] };
  if (kind === 4) return { sides: undefined, row: [width] };
  if (kind === 5) return { sides: [draw.of(1, 1, 2, 3), width], row: [width] };
  if (kind === 6) return { sides: ['batch', 'width'], row: [width] };
  if (kind === 7 && draw.miss()) return { sides: [width], row: [width] };
  const side = width % 2 === 0 ? 2 : 1;
  const row = draw.of([side, width / side], [width / side, side], [1, side, width / side]);
  return kind === 8 ? { sides: ['batch', ...row], row } : { sides: ['batch', width], row: [width] };
}
