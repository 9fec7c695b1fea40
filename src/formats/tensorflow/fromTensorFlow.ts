// Reads TensorFlow.js's files as a network.
import { classifier } from '../../classifier/classifier.js';
import type { Classifier } from '../../classifier/Reading.js';
import { Network } from '../../model/typedBySizes.js';
import { readOptions } from '../../support/options.js';
import { METADATA_KEY, PLAIN, readDescription } from '../describedModel.js';
import { fileError } from '../fileError.js';
import { classifierOptionsAt, giveNames } from '../json/modelText.js';
import { checkKind, type ModelOf, otherKind, type ScaledNetwork, scalingBeside } from '../kinds.js';
import { scalingOption, spreadScaling } from '../linearScaling.js';
import { parseStrictJson } from '../strictJson.js';
import { type Fields, fieldOf, fieldsAt, ROOT, said, textAt } from './kerasFields.js';
import { modelOf } from './kerasModel.js';
import { layersInRow } from './kerasRow.js';
import { sameScaling } from './kerasScaling.js';
import { finderOf, readWeights } from './kerasWeights.js';
import { modelText } from './modelFiles.js';
import type { TensorFlowFiles } from './toTensorFlow.js';

/** The result of {@link fromTensorFlow} for each kind. */
export interface TensorFlowModels {
  /** A network. */
  readonly network: Network;
  /** A classifier: a network with its scaling and its names. */
  readonly classifier: Classifier;
  /** A network and the scaling of its inputs: for a model that scales its input and answers a quantity. */
  readonly scaled: ScaledNetwork;
}

/** Options of {@link fromTensorFlow}. */
export interface FromTensorFlowOptions<Kind extends keyof TensorFlowModels | undefined = 'network' | undefined> {
  /**
   * The kind of the result: 'network', 'classifier' or 'scaled'; a network if left out. One that scales its input is a
   * classifier, or, where it answers a quantity, a network and its scaling.
   */
  readonly kind?: Kind;
}

/** The path of our own description. */
const METADATA = 'fromTensorFlow: $.userDefinedMetadata.glassbox-nn';

/** Layers inside of layers, and their settings; Keras 3 nests them ten deep or so. */
const DEPTH = 64;

/**
 * Reads a network from the files of a TensorFlow.js layers model: those that {@link toTensorFlow} wrote, to the bit, or those that
 * `model.save(...)` of TensorFlow.js and `tensorflowjs_converter` of Keras write for dense layers in a row, Sequential or functional. What
 * `model.to_json()` of Keras 3 gives is such a `modelTopology`: docs/exporting-and-importing.md puts it and the weights together.
 *
 * Layers are `Dense`, with an activation of their own or one behind them: `Activation`, `ReLU`, `Softmax`, `LeakyReLU` of 0.01, `ELU`
 * of 1. `Flatten` that keeps the order of the numbers, and what only training does, as `Dropout`, are passed over. `Rescaling` or `BatchNormalization` before the first
 * layer is the scaling of a classifier. `gelu` of Keras is another form than ours, and refused; `gelu_new` is ours.
 *
 * @typeParam Kind - The kind of the result.
 * @param files - The files of the model's folder by name: `model.json`, as text or bytes, and the weights that it names.
 * @param options - See {@link FromTensorFlowOptions}.
 * @returns A new network or classifier.
 * @throws {@link FormatError} with the path inside of `model.json`, for files that are damaged, missing, quantized, or no row of dense
 * layers; {@link ShapeError} for weights that do not fit; {@link NumericError} for a weight that is not finite; {@link LimitError} for
 * more than fits; {@link ArgumentError} if there is no `model.json`.
 *
 * @example
 * ```ts
 * import { Network, relu } from 'glassbox-nn';
 * import { fromTensorFlow, toTensorFlow } from 'glassbox-nn/formats';
 *
 * const network = fromTensorFlow(toTensorFlow(new Network([4, 8, 3], { hidden: relu })));
 * String(network); // => '4-8-3, relu then sigmoid, 32+8 + 24+3 = 67 parameters'
 * ```
 */
export function fromTensorFlow<Kind extends keyof TensorFlowModels | undefined = 'network'>(
  files: Readonly<Record<string, string | Uint8Array | ArrayBuffer>> | TensorFlowFiles,
  options?: FromTensorFlowOptions<Kind>,
): ModelOf<TensorFlowModels, Kind>;
export function fromTensorFlow(
  files: Readonly<Record<string, string | Uint8Array | ArrayBuffer>> | TensorFlowFiles,
  options?: FromTensorFlowOptions<keyof TensorFlowModels>,
): TensorFlowModels[keyof TensorFlowModels] {
  const { kind = 'network' } = readOptions('fromTensorFlow options', options, ['kind'], {
    hidden: 'The file says which activations there are.',
  });
  if (kind !== 'scaled') checkKind('fromTensorFlow: kind', kind, "'network', 'classifier' or 'scaled'");
  const text = modelText(files);
  const model = fieldsAt(ROOT, parseStrictJson('fromTensorFlow: model.json', text, { depth: DEPTH }));
  const format = fieldOf(model, 'format');
  if (format !== undefined && format !== null && format !== 'layers-model') {
    const remedy = 'Convert the Keras model again, with --output_format=tfjs_layers_model.';
    throw fileError(`${ROOT}.format`, "'layers-model'", said(format), remedy);
  }
  const row = layersInRow(`${ROOT}.modelTopology`, fieldOf(model, 'modelTopology'));
  const weights = readWeights(`${ROOT}.weightsManifest`, fieldOf(model, 'weightsManifest'), files);
  const bytes = weights.reduce((sum, weight) => sum + weight.bytes.length, text.length);
  const { layers, scaling } = modelOf(row, finderOf(weights), bytes);
  const network = new Network(layers);
  const description = descriptionOf(model, layers.length);
  const linear = scaling && spreadScaling('fromTensorFlow', scaling, network.sizes[0]);
  const beside = scalingBeside('fromTensorFlow', network, kind, linear);
  if (beside !== undefined) {
    if (description !== undefined) giveNames(METADATA, description.fields, network, description.kind);
    return { network, ...scalingOption('fromTensorFlow', beside) };
  }
  const found = scaling === undefined ? (description?.kind ?? 'network') : 'classifier';
  if (found !== kind) throw otherKind('fromTensorFlow', found);
  if (description !== undefined) giveNames(METADATA, description.fields, network, description.kind);
  if (kind === 'network') return network;
  const { scaling: own, ...rest } = description === undefined ? {} : classifierOptionsAt(METADATA, description.fields, network);
  // The layers count; our own description has the same numbers with more digits, unless the model was trained on.
  if (linear === undefined) return classifier(network, rest);
  return classifier(network, {
    ...rest,
    ...(own && sameScaling(own, linear) ? { scaling: own } : scalingOption('fromTensorFlow', linear)),
  });
}

/** Our own description in the model's metadata, if it is there. */
function descriptionOf(model: Fields, layers: number) {
  const metadata = fieldOf(model, 'userDefinedMetadata');
  if (metadata === undefined || metadata === null) return undefined;
  const text = fieldOf(fieldsAt(`${ROOT}.userDefinedMetadata`, metadata), METADATA_KEY);
  return text === undefined ? undefined : readDescription(METADATA, textAt(METADATA, text), layers, PLAIN);
}
