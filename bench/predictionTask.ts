// The task of predicting, made of a library's forward pass.
import { PIXELS, readImages } from './given.js';
import type { Forward, Task } from './peer.js';
import { MANY, type Prediction } from './works.js';

/** As many different images as `one` goes round. */
const ROUND = 100;

export function predictionTask(work: Prediction, forward: Forward): Task {
  const images = readImages(work.images);
  return work.kind === 'one' ? oneTask(images, forward) : manyTask(images, forward);
}

function oneTask(images: Float32Array, { one }: Forward): Task {
  const round = Array.from({ length: ROUND }, (_, index) => images.slice(index * PIXELS, (index + 1) * PIXELS));
  const waits = one(round[0]) instanceof Promise;
  const atOnce = (calls: number) => {
    for (let call = 0; call < calls; call++) one(round[call % ROUND]);
  };
  const waiting = async (calls: number) => {
    for (let call = 0; call < calls; call++) await one(round[call % ROUND]);
  };
  return {
    run: waits ? waiting : atOnce,
    async result() {
      const outputs: number[] = [];
      for (const image of round) outputs.push(...Array.from(await one(image)));
      return Float32Array.from(outputs);
    },
  };
}

function manyTask(images: Float32Array, { many }: Forward): Task {
  let outputs: Float32Array = new Float32Array(0);
  return {
    // Fewer than MANY in one call, or MANY again and again.
    async run(amount) {
      const count = Math.min(amount, MANY);
      const taken = images.subarray(0, count * PIXELS);
      for (let done = 0; done < amount; done += count) outputs = await many(taken, count);
    },
    result: () => outputs,
  };
}
