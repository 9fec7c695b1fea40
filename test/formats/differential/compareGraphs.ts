// Random graphs, ours against ONNX Runtime: each is refused by a typed error, or answers as it does there.
import { InferenceSession, Tensor } from 'onnxruntime-web';
import { fromOnnx } from '../../../src/formats/index.js';
import { type Asked, type Compared, differenceOf, inputOf, tally } from './compared.js';
import { type RandomGraph, randomGraph } from './randomGraph.js';

/** Compares the graphs of `count` seeds, from one on. */
export async function compareGraphs(count: number, first: number): Promise<Compared> {
  const counts = tally();
  for (let seed = first; seed < first + count; seed++) {
    const graph = randomGraph(seed);
    const words = () => graph.words.join('\n  ');
    const ours = counts.read(seed, words, (kind) => fromOnnx(graph.bytes, { kind }));
    const theirs = await sessionOf(graph.bytes);
    if (counts.isComparable(ours, theirs !== undefined)) {
      counts.add(seed, words, await compare(graph, ours as Asked, theirs as InferenceSession, seed));
    }
    await theirs?.release();
  }
  return counts.found();
}

async function sessionOf(bytes: Uint8Array): Promise<InferenceSession | undefined> {
  try {
    return await InferenceSession.create(bytes, { logSeverityLevel: 4 });
  } catch {
    return undefined;
  }
}

async function compare({ width, batches, rows }: RandomGraph, ours: Asked, theirs: InferenceSession, seed: number) {
  let [count, most] = [0, 0];
  for (const [index, sides] of batches.entries()) {
    const times = rows[index] as number;
    const input = inputOf(seed + index, times * width);
    let answer: ArrayLike<number>;
    try {
      answer = (await theirs.run({ x: new Tensor('float32', input, sides) })).y?.data as Float32Array;
    } catch {
      // A graph that fails for a batch gives no other answers for it.
      continue;
    }
    const found = differenceOf(ours, input, times, answer);
    if (typeof found === 'string') return found;
    count += answer.length;
    most = Math.max(most, found);
  }
  return { count, most };
}
