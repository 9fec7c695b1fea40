// One thread of score.ts: opens the ONNX file and answers its share of the inputs.
import { parentPort, workerData } from 'node:worker_threads';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';

env.wasm.numThreads = 1;
const { file, part, width } = workerData;
const session = await InferenceSession.create(file);
const { output } = await session.run({ input: new Tensor('float32', part, [part.length / width, width]) });
parentPort.postMessage(await output.getData());
await session.release();
