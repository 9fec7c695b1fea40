// ONNX Runtime for Node: import, read a network from the file that the argument names, one forward pass.
import { readFileSync } from 'node:fs';
import ort from 'onnxruntime-node';

const options = { intraOpNumThreads: 1, interOpNumThreads: 1 };
const session = await ort.InferenceSession.create(Uint8Array.from(readFileSync(process.argv[2])), options);
await session.run({ inputs: new ort.Tensor('float32', new Float32Array(784), [1, 784]) });
process.exit();
