// Reads a safetensors file as a network.
import { classifier } from '../../classifier/classifier.js';
import type { Classifier, TableClassifier } from '../../classifier/Reading.js';
import type { Regressor } from '../../classifier/TableRegressor.js';
import { fileBytes } from '../../data/bytes.js';
import { checkActivation } from '../../model/activations/checkActivation.js';
import type { Activation, LayerActivation } from '../../model/activations/index.js';
import { zeros } from '../../model/initializers/index.js';
import { Layer, Network } from '../../model/typedBySizes.js';
import { trueOrFalse } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { describe, wording } from '../../support/wording.js';
import { CHECKPOINT_KEY, withoutCheckpoint } from '../checkpoint/checkpointNames.js';
import { METADATA_KEY, readDescription, WITH_TABLES } from '../describedModel.js';
import { fileError } from '../fileError.js';
import type { LoadedClassifier } from '../json/fromJson.js';
import { classifierOptionsAt, giveNames } from '../json/modelText.js';
import { tableModel } from '../json/tableModel.js';
import { checkKind, type ModelOf, otherKind } from '../kinds.js';
import { activationAt, checkCustom } from '../namedActivations.js';
import { withShared } from './layerNames.js';
import { type LayerTensors, readLayers } from './layerTensors.js';
import { readSafetensors } from './parseSafetensors.js';

/** The result of {@link fromSafetensors} for each kind. */
export interface SafetensorsModels {
  /** A network. */
  readonly network: Network;
  /** A classifier: a network with its scaling and its names, or with its preparation. */
  readonly classifier: LoadedClassifier;
  /** A regressor: a network with its preparation. */
  readonly regressor: Regressor;
}

/** Options of {@link fromSafetensors}. */
export interface FromSafetensorsOptions<Kind extends keyof SafetensorsModels | undefined = 'network' | undefined> {
  /** The kind of the result: 'network', 'classifier' or 'regressor'; a network if left out. */
  readonly kind?: Kind;
  /** The activation of every layer but the last, for a file of another program, which does not say. Wins over what a file says. */
  readonly hidden?: Activation | undefined;
  /** The activation of the last layer, as `hidden`. */
  readonly output?: LayerActivation | undefined;
  /**
   * The names of the layers, first to last, for a file of another program whose names do not say it: `['encoder', 'decoder']` for
   * `encoder.weight` and `decoder.weight`. Every layer once.
   */
  readonly layers?: readonly string[] | undefined;
  /** Custom activations, which a file can only name. */
  readonly activations?: readonly LayerActivation[] | undefined;
  /** Whether NaN and infinite weights are allowed, as in a training that went wrong; false if left out. */
  readonly allowNonFinite?: boolean | undefined;
}

const OPTIONS = ['kind', 'hidden', 'output', 'layers', 'activations', 'allowNonFinite'] as const;

/**
 * Reads a network from the bytes of a safetensors file: one that {@link toSafetensors} wrote, to the bit, or one of another program, as
 * `save_file(model.state_dict(), path)` of PyTorch writes for an `nn.Sequential` of `nn.Linear`s.
 *
 * Every layer has a tensor `NAME.weight` of shape [outputs, inputs] and one `NAME.bias` of shape [outputs]; without it, as
 * `nn.Linear(..., bias=False)` has it, biases are 0. A lone `nn.Linear` has `weight` and `bias`. Such a file does not say which
 * activations stand between the layers: give `hidden` and `output`.
 *
 * Nor does it say their order. It is certain where names have the same letters and other numbers (`fc1`, `fc2`; `layers.0`, `layers.2`),
 * and else where of all orders of at most 12 layers a single one fits the shapes. `_orig_mod.`, `module.` and `model.` in front, which
 * wrappers add, make no difference. Any other order is refused with the names: give `layers`.
 *
 * A classifier or regressor of a table has its preparation among the metadata, which is checked as {@link fromJson} checks it.
 *
 * Of a checkpoint it reads the network as it was when it was saved.
 *
 * @typeParam Kind - The kind of the result.
 * @param bytes - The whole file, not changed. Float64, float16 and bfloat16 numbers become float32.
 * @param options - See {@link FromSafetensorsOptions}.
 * @returns A new network, classifier or regressor.
 * @throws {@link FormatError} and {@link LimitError} as {@link parseSafetensors}, and for tensors that are missing or too many;
 * {@link ShapeError} for tensors that do not fit each other; {@link NumericError} for a weight that is not finite;
 * {@link ArgumentError} if neither the file nor you say which activations there are, or in which order the layers stand.
 *
 * @example
 * ```ts
 * import { Network, relu } from 'glassbox-nn';
 * import { fromSafetensors, toSafetensors } from 'glassbox-nn/formats';
 *
 * const network = new Network([2, 3, 1], { hidden: relu });
 * const copy = fromSafetensors(toSafetensors(network));
 * copy.forward([1, 0])[0] === network.forward([1, 0])[0]; // => true
 * ```
 */
export function fromSafetensors<Kind extends keyof SafetensorsModels | undefined = 'network'>(
  bytes: Uint8Array | ArrayBuffer,
  options?: FromSafetensorsOptions<Kind>,
): ModelOf<SafetensorsModels, Kind>;
export function fromSafetensors(
  bytes: Uint8Array | ArrayBuffer,
  options?: FromSafetensorsOptions<keyof SafetensorsModels>,
): Network | Classifier | TableClassifier | Regressor {
  const given = readOptions('fromSafetensors options', options, OPTIONS);
  const { kind = 'network', activations: own = [], allowNonFinite = false } = given;
  if (kind !== 'regressor') checkKind('fromSafetensors: kind', kind, "'network', 'classifier' or 'regressor'");
  checkCustom('fromSafetensors', own);
  if (given.hidden !== undefined) checkActivation('fromSafetensors: hidden', given.hidden);
  if (given.output !== undefined) checkActivation('fromSafetensors: output', given.output);
  if (given.layers !== undefined) checkLayers('fromSafetensors: layers', given.layers);
  trueOrFalse('fromSafetensors: allowNonFinite', allowNonFinite);

  const what = 'fromSafetensors';
  const file = fileBytes(`${what}: bytes`, bytes);
  const { tensors, metadata } = readSafetensors(what, file);
  const ofNetwork = metadata.has(CHECKPOINT_KEY) ? withoutCheckpoint(tensors) : withShared(tensors, metadata);
  const parts = readLayers(what, ofNetwork, { order: given.layers, allowNonFinite, bytes: file.length });
  const text = metadata.get(METADATA_KEY);
  const path = `${what}: __metadata__.${METADATA_KEY}`;
  const description = text === undefined ? undefined : readDescription(path, text, parts.length, WITH_TABLES);
  const activations = parts.map((_, index) => {
    const isLast = index === parts.length - 1;
    const said = description?.activations[index];
    return (isLast ? given.output : given.hidden) ?? described(`${path}.activations[${index}]`, said, isLast, own);
  });
  const network = new Network(parts.map((part, index) => layerOf(part, activations[index], description?.trainable[index])));
  const found = description?.kind ?? 'network';
  if (found !== kind) throw otherKind(what, found, kind);
  if (description === undefined) return network;
  const { fields } = description;
  if (Object.hasOwn(fields, 'preparation')) return tableModel(path, fields, network, kind);
  giveNames(path, fields, network, kind === 'network' ? kind : 'classifier');
  return kind === 'network' ? network : classifier(network, classifierOptionsAt(path, fields, network));
}

function checkLayers(what: string, layers: unknown): void {
  if (!Array.isArray(layers)) throw new ArgumentError(wording(what, 'a list of names, first layer first', describe(layers)));
  for (const [index, name] of layers.entries()) {
    if (typeof name !== 'string') throw new ArgumentError(wording(`${what}[${index}]`, 'a name', describe(name)));
  }
}

function described(path: string, name: unknown, isLast: boolean, own: readonly LayerActivation[]): LayerActivation {
  if (name !== undefined) {
    const activation = activationAt(path, name, own, 'fromSafetensors(bytes');
    if (isLast || activation.kind !== 'vector') return activation;
    throw fileError(path, 'softmax on the last layer only', describe(activation.name));
  }
  const remedy = 'Give them: fromSafetensors(bytes, { hidden: relu, output: softmax }).';
  throw new ArgumentError(
    wording('fromSafetensors: hidden, output', 'the activations, which the file does not say', 'none', remedy),
  );
}

function layerOf(
  { inputs, outputs, weights, biases }: LayerTensors,
  activation: LayerActivation | undefined,
  trainable = true,
): Layer {
  // Set afterwards, since they may be NaN or infinite where that is allowed.
  const none = new Float32Array(weights.length);
  const layer = new Layer(inputs, outputs, { initializer: zeros, weights: none, trainable, activation });
  layer.weights.set(weights);
  layer.biases.set(biases);
  return layer;
}
