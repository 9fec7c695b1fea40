// Reads an ONNX file as a network.
import { classifier } from '../../classifier/classifier.js';
import type { Classifier } from '../../classifier/Reading.js';
import { fileBytes } from '../../data/bytes.js';
import { freeze } from '../../model/freeze.js';
import type { Layer } from '../../model/typedBySizes.js';
import { Network } from '../../model/typedBySizes.js';
import { FormatError, ShapeError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { describe, wording } from '../../support/wording.js';
import { METADATA_KEY, PLAIN, readDescription, TABLE_START } from '../describedModel.js';
import { fileError } from '../fileError.js';
import { classifierOptionsAt, giveNames } from '../json/modelText.js';
import { checkKind, type ModelOf, otherKind, type ScaledNetwork, scalingBeside } from '../kinds.js';
import { scalingOption } from '../linearScaling.js';
import { chainOf } from './onnxChain.js';
import type { OnnxHead } from './onnxHead.js';
import { layersOf } from './onnxLayers.js';
import { readModel } from './readModel.js';

/** The result of {@link fromOnnx} for each kind. */
export interface OnnxModels {
  /** A network. */
  readonly network: Network;
  /** A classifier: a network with its scaling and its names. */
  readonly classifier: Classifier;
  /** A network and the scaling of its inputs: for a file that scales its input and answers a quantity. */
  readonly scaled: ScaledNetwork;
}

/** Options of {@link fromOnnx}. */
export interface FromOnnxOptions<Kind extends keyof OnnxModels | undefined = 'network' | undefined> {
  /**
   * The kind of the result: 'network', 'classifier' or 'scaled'; a network if left out. A file that scales its input is a
   * classifier, or, where it answers a quantity, a network and its scaling; one that names its classes may be network or classifier.
   */
  readonly kind?: Kind;
}

/**
 * Reads a network from the bytes of an ONNX file: one that {@link toOnnx} wrote, to the bit, or one that another program wrote for dense layers
 * in a row, as both exporters of PyTorch do for an `nn.Sequential` of `nn.Linear`s.
 *
 * Layers are `Gemm`, or `MatMul` and `Add`; behind each may stand `Sigmoid`, `Relu`, `Tanh`, `Softplus`, `Softmax`, `LeakyRelu` of 0.01, `Elu` of 1, or `Gelu`
 * by tanh; `Softplus` and `Gelu` also in the small steps in which PyTorch spells them out. `Identity`, `Flatten`, `Reshape` and `Squeeze` that keep the rows
 * of a batch apart, `Dropout` that does not train, and `Cast` to float or double are passed over, and weights are followed through `Identity`, `Transpose` and `Cast`. `Sub`, `Add`, `Mul`, `Div` and scikit-learn's `Scaler` before the first layer are the scaling of a classifier.
 *
 * An `MLPClassifier` of scikit-learn, as skl2onnx writes it, names its classes behind the last layer (`ArgMax`, `ArrayFeatureExtractor`, `ZipMap`): they become `classNames`, unless they are
 * numbers from 0. Of two classes it has a single output, the share of the second, here as there. Such a file without a scaling may become a network or a classifier.
 *
 * @typeParam Kind - The kind of the result.
 * @param bytes - The whole file, not changed. Float64, float16 and bfloat16 weights become float32.
 * @param options - See {@link FromOnnxOptions}.
 * @returns A new network or classifier.
 * @throws {@link FormatError} with the byte offset for a file that is damaged, cut short, none, keeps its numbers elsewhere, or holds
 * what is no row of dense layers, with the operator and the name of the node; {@link ShapeError} for numbers that do not fit each other; {@link NumericError} for a weight that is not
 * finite; {@link LimitError} for more than fits, or than the size of the file explains.
 *
 * @example
 * ```ts
 * import { Network, relu } from 'glassbox-nn';
 * import { fromOnnx, toOnnx } from 'glassbox-nn/formats';
 *
 * const network = fromOnnx(toOnnx(new Network([4, 8, 3], { hidden: relu })));
 * String(network); // => '4-8-3, relu then sigmoid, 32+8 + 24+3 = 67 parameters'
 * ```
 */
export function fromOnnx<Kind extends keyof OnnxModels | undefined = 'network'>(
  bytes: Uint8Array | ArrayBuffer,
  options?: FromOnnxOptions<Kind>,
): ModelOf<OnnxModels, Kind>;
export function fromOnnx(
  bytes: Uint8Array | ArrayBuffer,
  options?: FromOnnxOptions<keyof OnnxModels>,
): OnnxModels[keyof OnnxModels] {
  const what = 'fromOnnx';
  const { kind = 'network' } = readOptions(`${what} options`, options, ['kind'], {
    hidden: 'The file says which activations there are.',
  });
  if (kind !== 'scaled') checkKind(`${what}: kind`, kind, "'network', 'classifier' or 'scaled'");
  const file = fileBytes(`${what}: bytes`, bytes);
  const model = readModel(what, file);
  const path = `${what}: metadata.${METADATA_KEY}`;
  const text = model.metadata.get(METADATA_KEY);
  if (text?.startsWith(TABLE_START)) throw ofTable(what);
  const { links, head } = chainOf(what, model);
  const { scaling, layers } = layersOf(what, links, file.length);
  const classNames = namesOf(what, head, layers);
  const description = text === undefined ? undefined : readDescription(path, text, layers.length, PLAIN);
  const network = new Network(layers.map((layer, index) => (description?.trainable[index] === false ? freeze(layer) : layer)));
  if (classNames !== undefined) network.classNames = classNames;
  const beside = scalingBeside(what, network, kind, scaling);
  if (beside !== undefined) {
    if (description !== undefined) giveNames(path, description.fields, network, description.kind);
    return { network, ...scalingOption(what, beside) };
  }
  // A graph that scales is a classifier, whatever its metadata says: its scaling must not be lost without a word. One that names its
  // classes and does not scale may become either.
  const usual = head.classNames !== undefined && kind === 'classifier' ? 'classifier' : 'network';
  const found = scaling === undefined ? (description?.kind ?? usual) : 'classifier';
  if (found !== kind) throw otherKind(what, found);
  if (description !== undefined) giveNames(path, description.fields, network, description.kind);
  if (kind === 'network') return network;
  if (description?.kind === 'classifier') return classifier(network, classifierOptionsAt(path, description.fields, network));
  return classifier(network, { ...(scaling && scalingOption(what, scaling)), classNames });
}

/** The error for a file of a classifier or regressor of a table. */
function ofTable(what: string): FormatError {
  const remedy = 'Files of tables are for other programs: for this library save the model with toJson or toSafetensors too.';
  return new FormatError(wording(what, 'a model whose inputs are numbers', 'one that prepares rows of a table', remedy));
}

/** The names of the classes, if they are more than numbers from 0: [outputs], or two of a single output. */
function namesOf(what: string, { classNames, isPair }: OnnxHead, layers: readonly Layer[]): readonly string[] | undefined {
  const outputs = layers[layers.length - 1].outputs;
  if (isPair ? outputs !== 1 : classNames !== undefined && outputs === 1) {
    throw new ShapeError(
      wording(`${what}: graph`, isPair ? 'one output, of two classes' : 'two outputs or more', `${outputs}`),
    );
  }
  const classes = isPair ? 2 : outputs;
  if (classNames !== undefined && classNames.length !== classes) {
    throw new ShapeError(wording(`${what}: classes`, `${classes} names, for ${outputs} outputs`, `${classNames.length}`));
  }
  if (classNames !== undefined && new Set(classNames).size !== classes) {
    throw fileError(`${what}: classes`, 'names, each another', describe(`${classNames}`));
  }
  return classNames?.every((name, index) => name === String(index)) ? undefined : classNames;
}
