// Scores many inputs by ONNX Runtime, on several threads: each has its own share of the inputs, and its own session.
import { Worker } from 'node:worker_threads';

/** The outputs for all inputs, [count x outputs]. `inputs` is [count x width]. */
export async function score(file: Uint8Array, inputs: Float32Array, width: number, threads: number): Promise<Float32Array> {
  const count = inputs.length / width;
  const share = Math.ceil(count / threads);
  const parts = await Promise.all(
    Array.from({ length: threads }, (_, thread) => {
      const part = inputs.slice(thread * share * width, (thread + 1) * share * width);
      return scoreOn(new Worker(new URL('./scoreWorker.mjs', import.meta.url), { workerData: { file, part, width } }));
    }),
  );
  const outputs = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    outputs.set(part, at);
    at += part.length;
  }
  return outputs;
}

function scoreOn(worker: Worker): Promise<Float32Array> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
