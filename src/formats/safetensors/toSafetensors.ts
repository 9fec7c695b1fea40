// Writes a network as a safetensors file.
import { hasPreparation } from '../../classifier/isClassifier.js';
import type { Classifier, TableClassifier } from '../../classifier/Reading.js';
import type { Regressor } from '../../classifier/TableRegressor.js';
import type { Sizes } from '../../model/sizes.js';
import type { Layer, Network } from '../../model/typedBySizes.js';
import { checkNames } from '../activationNames.js';
import { descriptionText, METADATA_KEY } from '../describedModel.js';
import { tableDescriptionText } from '../describedTable.js';
import { checkFiniteLayers } from '../finiteLayers.js';
import { preparationLetters } from '../json/preparationText.js';
import { writtenModel } from '../writtenModel.js';
import { type WrittenTensor, writeSafetensors } from './writeSafetensors.js';

/**
 * A network as the bytes of a safetensors file, which PyTorch, Hugging Face's tools and Netron open, and {@link fromSafetensors} reads back
 * to the bit.
 *
 * Names and layout are those of PyTorch's `nn.Sequential` of `nn.Linear`s with an activation behind each: `0.weight` [outputs,
 * inputs] and `0.bias` [outputs], `2.weight`, `2.bias`, and so on, in float32. Activations, the scaling and names of a classifier, and
 * the preparation of a classifier or regressor of a table as JSON, stand in the metadata under `glassbox-nn`.
 *
 * @param model - The network, classifier or regressor.
 * @returns The whole file: four bytes for each weight and bias, and a few hundred more.
 * @throws {@link NumericError} if a weight or bias is not finite; {@link ArgumentError} if a custom activation has the name of a
 * built-in one, or two have one name, or for anything but a network; {@link LimitError} for a scaling, a preparation or names that take more
 * than the 4 MiB of a header, which {@link toJson} writes.
 *
 * @example
 * ```ts
 * import { Network } from 'glassbox-nn';
 * import { toSafetensors } from 'glassbox-nn/formats';
 *
 * toSafetensors(new Network([784, 16, 16, 10])).length < 4 * 13_002 + 700; // => true
 * ```
 */
export function toSafetensors<S extends Sizes>(
  model: Network<S> | Classifier<S> | TableClassifier<S> | Regressor<S>,
): Uint8Array<ArrayBuffer> {
  const network = writtenModel('toSafetensors', model, 0, preparationLetters(model));
  checkNames('toSafetensors', network.layers);
  checkFiniteLayers('toSafetensors', network.layers);
  const description = hasPreparation(model) ? tableDescriptionText('toSafetensors', model) : descriptionText(model);
  return writeSafetensors(network.layers.flatMap(tensorsOf), () => ({ [METADATA_KEY]: description }));
}

/** The activation behind a layer takes a number too. */
function tensorsOf({ inputs, outputs, weights, biases }: Layer, index: number): WrittenTensor[] {
  return [
    { name: `${2 * index}.weight`, shape: [outputs, inputs], numbers: weights },
    { name: `${2 * index}.bias`, shape: [outputs], numbers: biases },
  ];
}
