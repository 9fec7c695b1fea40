// Random models of Keras, ours against TensorFlow.js: each is refused by a typed error, or answers as it does there.
import '@tensorflow/tfjs-backend-cpu';
import { io, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
import { fromTensorFlow } from '../../../src/formats/index.js';
import { bytesOf } from '../tensorflow/models.js';
import { type Asked, type Compared, differenceOf, inputOf, tally } from './compared.js';
import { filesOf, type RandomModel, randomModel } from './randomModel.js';

/** Compares the models of `count` seeds, from one on. */
export async function compareModels(count: number, first: number): Promise<Compared> {
  const counts = tally();
  for (let seed = first; seed < first + count; seed++) {
    const model = randomModel(seed);
    const words = () => JSON.stringify(model);
    const ours = counts.read(seed, words, (kind) => fromTensorFlow(filesOf(model), { kind }));
    const theirs = await load(model);
    const hasTheirs = theirs !== undefined;
    if (!counts.isComparable(ours, hasTheirs)) continue;
    counts.add(seed, words, compare(model, ours as Asked, theirs as LayersModel, seed));
    theirs?.dispose();
  }
  return counts.found();
}

async function load({ topology, weights }: RandomModel): Promise<LayersModel | undefined> {
  const weightSpecs = weights.map(({ name, shape }) => ({ name, shape: [...shape], dtype: 'float32' as const }));
  const weightData = bytesOf(weights.flatMap(({ numbers }) => numbers)).buffer;
  try {
    return await loadLayersModel(
      io.fromMemory({ modelTopology: JSON.parse(JSON.stringify(topology)), weightSpecs, weightData }),
    );
  } catch {
    return undefined;
  }
}

function compare({ sides, width }: RandomModel, ours: Asked, theirs: LayersModel, seed: number) {
  let [count, most] = [0, 0];
  for (const rows of new Set([1, 2, 3, width])) {
    const input = inputOf(seed + rows, rows * width);
    let answer: ArrayLike<number>;
    try {
      answer = tidy(() => (theirs.predict(tensor(input, [rows, ...sides])) as Tensor).dataSync());
    } catch {
      continue;
    }
    const found = differenceOf(ours, input, rows, answer);
    if (typeof found === 'string') return found;
    count += answer.length;
    most = Math.max(most, found);
  }
  return { count, most };
}
