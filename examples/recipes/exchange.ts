// A network for other programs: safetensors for PyTorch, ONNX for ONNX Runtime, a layers model for TensorFlow.js. And back again.
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Network, relu, softmax } from 'glassbox-nn';
import { fromOnnx, fromSafetensors, fromTensorFlow, toOnnx, toSafetensors, toTensorFlow } from 'glassbox-nn/formats';

const network = new Network([4, 8, 3], { hidden: relu, output: softmax });
const folder = await mkdtemp(join(tmpdir(), 'exchange-')); // Or a folder of yours.

// In Python: model.load_state_dict(safetensors.torch.load_file('network.safetensors')), for nn.Sequential(nn.Linear(4, 8), nn.ReLU(), ...)
await writeFile(join(folder, 'network.safetensors'), toSafetensors(network));
// In Python: onnxruntime.InferenceSession('network.onnx'). Netron draws it.
await writeFile(join(folder, 'network.onnx'), toOnnx(network));
// In a page: await tf.loadLayersModel('tensorflow/model.json')
await mkdir(join(folder, 'tensorflow'));
for (const [name, content] of Object.entries(toTensorFlow(network))) await writeFile(join(folder, 'tensorflow', name), content);

// Weights of another program do not say which activations stand between them; a file of ONNX or TensorFlow.js does.
const read = (...names: string[]) => readFile(join(folder, ...names));
const copies = {
  safetensors: fromSafetensors(await read('network.safetensors'), { hidden: relu, output: softmax }),
  onnx: fromOnnx(await read('network.onnx')),
  tensorflow: fromTensorFlow({
    'model.json': await read('tensorflow', 'model.json'),
    'group1-shard1of1.bin': await read('tensorflow', 'group1-shard1of1.bin'),
  }),
};
const answer = network.forward([5.1, 3.5, 1.4, 0.2]).join(' ');
for (const [name, copy] of Object.entries(copies)) {
  const same = copy.forward([5.1, 3.5, 1.4, 0.2]).join(' ') === answer;
  console.log(`${name}: ${copy}${same ? ', the same answer' : ''}`);
}
