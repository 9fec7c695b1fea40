// ONNX Runtime, one thread: its native build (variant 'node') or the one for browsers ('web'), in WebAssembly. It predicts only.
import { PIXELS, readStart } from '../given.js';
import { layersOf } from '../parameters.js';
import type { Forward, OpenPeer } from '../peer.js';
import { predictionTask } from '../predictionTask.js';
import type { Model } from '../works.js';
import type { Foreign } from './Foreign.js';
import { onnxModel } from './onnxModel.js';
import { versionOf } from './versionOf.js';

export const open: OpenPeer = async (variant) => {
  const library = variant === 'web' ? await import('onnxruntime-web') : await import('onnxruntime-node');
  if (variant === 'web') library.env.wasm.numThreads = 1;
  return {
    version: versionOf(`onnxruntime-${variant}`),
    refuses: (work) => (work.kind === 'training' ? 'it does not train' : undefined),
    async prepare(work) {
      if (work.kind === 'training') throw new Error('ONNX Runtime does not train.');
      return predictionTask(work, await forwardOf(library, work.model));
    },
  };
};

async function forwardOf(library: Foreign, model: Model): Promise<Forward> {
  const bytes = onnxModel(model, layersOf(readStart(model), model.sizes));
  const session = await library.InferenceSession.create(bytes, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  const many = async (images: Float32Array, count: number): Promise<Float32Array> => {
    const { outputs } = await session.run({ inputs: new library.Tensor('float32', images, [count, PIXELS]) });
    return outputs.data;
  };
  return { one: (image) => many(image, 1), many };
}
