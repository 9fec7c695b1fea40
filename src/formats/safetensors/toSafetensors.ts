// From a network to a safetensors file.
import { isClassifier } from '../../classifier/isClassifier.js';
import type { Classifier } from '../../classifier/Reading.js';
import { checkNetwork } from '../../model/checkNetwork.js';
import type { Layer } from '../../model/Layer.js';
import type { Network } from '../../model/Network.js';
import { checkNames } from '../activationNames.js';
import { descriptionText, METADATA_KEY } from '../describedModel.js';
import { checkFiniteLayers } from '../finiteLayers.js';

/** Numbers begin at a multiple of this, so that readers may map a file into memory and use it as it lies there. */
const ALIGNMENT = 8;

/**
 * A network as the bytes of a safetensors file, which PyTorch, Hugging Face's tools and Netron open, and {@link fromSafetensors} reads back
 * to the bit.
 *
 * Names and layout are those of PyTorch's `nn.Sequential` of `nn.Linear`s with an activation behind each: `0.weight` [outputs,
 * inputs] and `0.bias` [outputs], `2.weight`, `2.bias`, and so on, in float32. Activations, and the scaling and names of a classifier,
 * stand in the metadata under `glassbox-nn`.
 *
 * @param model - The network or classifier.
 * @returns The whole file: four bytes for each weight and bias, and a few hundred more.
 * @throws {@link NumericError} if a weight or bias is not finite; {@link ArgumentError} if an activation of your own goes by the
 * name of a built-in one, or two go by one name, or if it is no network.
 *
 * @example
 * ```ts
 * import { Network } from 'glassbox-nn';
 * import { toSafetensors } from 'glassbox-nn/formats';
 *
 * toSafetensors(new Network([784, 16, 16, 10])).length < 4 * 13_002 + 700; // => true
 * ```
 */
export function toSafetensors<S extends readonly number[]>(model: Network<S> | Classifier<S>): Uint8Array<ArrayBuffer> {
  const network: { readonly layers: readonly Layer[]; readonly sizes: readonly number[] } = isClassifier(model)
    ? model.network
    : model;
  checkNetwork(network);
  checkNames(network.layers);
  checkFiniteLayers(network.layers);
  const tensors = network.layers.flatMap(tensorsOf);
  const description = descriptionText(network.layers, isClassifier(model) ? model : undefined);
  const header = new TextEncoder().encode(headerText(tensors, description));
  const start = 8 + Math.ceil(header.length / ALIGNMENT) * ALIGNMENT;
  const count = tensors.reduce((sum, { numbers }) => sum + numbers.length, 0);
  const bytes = new Uint8Array(start + 4 * count).fill(0x20, 8, start);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(start - 8), true);
  bytes.set(header, 8);
  let at = start;
  for (const { numbers } of tensors) {
    for (const number of numbers) {
      view.setFloat32(at, number, true);
      at += 4;
    }
  }
  return bytes;
}

/** Numbers that are to be written, under their name. */
interface Written {
  readonly name: string;
  readonly shape: readonly number[];
  readonly numbers: Float32Array;
}

/** The activation behind a layer takes a number too. */
function tensorsOf({ inputs, outputs, weights, biases }: Layer, index: number): Written[] {
  return [
    { name: `${2 * index}.weight`, shape: [outputs, inputs], numbers: weights },
    { name: `${2 * index}.bias`, shape: [outputs], numbers: biases },
  ];
}

function headerText(tensors: readonly Written[], description: string): string {
  const fields: Record<string, unknown> = { __metadata__: { format: 'pt', [METADATA_KEY]: description } };
  let begin = 0;
  for (const { name, shape, numbers } of tensors) {
    const end = begin + 4 * numbers.length;
    fields[name] = { dtype: 'F32', shape, data_offsets: [begin, end] };
    begin = end;
  }
  return JSON.stringify(fields);
}
