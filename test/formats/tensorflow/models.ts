// Files of TensorFlow.js layers models, made by hand.

type Json = Record<string, unknown>;

/** The one file of weights. */
export const SHARD = 'weights.bin';

/** A layer of a model. */
export function layer(class_name: string, config: Json): Json {
  return { class_name, config };
}

/** A weight, and its numbers. */
export interface Weight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly numbers: readonly number[];
}

/** The files of a Sequential model; `more` stands beside its layers. */
export function sequential(layers: readonly Json[], weights: readonly Weight[], more: Json = {}) {
  const model = {
    format: 'layers-model',
    modelTopology: { class_name: 'Sequential', config: { name: 'model', layers, ...more } },
    weightsManifest: [{ paths: [SHARD], weights: weights.map(({ name, shape }) => ({ name, shape, dtype: 'float32' })) }],
  };
  return { 'model.json': JSON.stringify(model), [SHARD]: bytesOf(weights.flatMap(({ numbers }) => numbers)) };
}

/** Numbers as float32. */
export function bytesOf(numbers: readonly number[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Float32Array.from(numbers).buffer);
}
