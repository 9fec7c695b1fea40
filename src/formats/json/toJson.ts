import { isClassifier, isReader, isRegressor, preparationIn } from '../../classifier/isClassifier.js';
import type { Classifier, TableClassifier } from '../../classifier/Reading.js';
import type { Regressor } from '../../classifier/TableRegressor.js';
import { checkScaling } from '../../data/checkScaling.js';
import type { Scaling } from '../../data/Scaling.js';
import type { Sizes } from '../../model/sizes.js';
import type { Layer, Network } from '../../model/typedBySizes.js';
import { ownField } from '../../support/views.js';
import { checkNames } from '../activationNames.js';
import { type WrittenNetwork, writtenModel, writtenScaling } from '../writtenModel.js';
import { FORMAT, VERSIONS } from './jsonModel.js';
import { hasNames, type Model, modelText } from './modelText.js';
import { namesText } from './namesText.js';
import { numbersText } from './numbersText.js';
import { preparationText } from './preparationText.js';
import { scalingText } from './scalingText.js';

/** The most letters of a weight, with its comma and space: -1.17549435e-38, */
const LETTERS = 17;

/**
 * A network as JSON text, exact to the bit: what {@link fromJson} makes of it predicts the same. A row of weights, one neuron's
 * grid, stands on a line. Names of classes and columns are saved too. A classifier is saved with its scaling or its preparation, a
 * regressor with its preparation, and a scaling by itself for networks that are no classifiers; `fromJson` must be given the kind of each.
 *
 * @param model - The network, classifier, regressor or scaling.
 * @returns The text, about 12 characters for each weight.
 * @throws {@link NumericError} if a weight or bias is not finite; {@link ArgumentError} if a custom activation has the name of
 * a built-in one, or two have one name, or for anything but a model; {@link LimitError}, before anything is written,
 * for more than 31 million weights, whose text may be longer than a string can be: {@link toSafetensors} takes them.
 *
 * @example
 * ```ts
 * import { Network } from 'glassbox-nn';
 * import { fromJson, toJson } from 'glassbox-nn/formats';
 *
 * const network = new Network([2, 3, 1]);
 * const copy = fromJson(toJson(network));
 * copy.forward([1, 0])[0] === network.forward([1, 0])[0]; // => true
 * ```
 */
export function toJson<S extends Sizes>(
  model: Network<S> | Classifier<S> | TableClassifier<S> | Regressor<S> | Scaling,
): string {
  if (isScaling(model)) {
    const { columnNames } = model;
    const names = columnNames === undefined ? '' : `"columnNames": ${namesText('toJson: columnNames', columnNames)},\n`;
    const version = columnNames === undefined ? VERSIONS.kinds : VERSIONS.names;
    return fileText(version, `"kind": "scaling",\n${names}"scaling": ${scalingText(model)}`);
  }
  const known: Model | Regressor = model;
  const preparation = isReader(known) ? preparationIn(known) : undefined;
  const prepared = preparation && preparationText('toJson: preparation', preparation);
  const layers = layersText(writtenModel('toJson', model, LETTERS, prepared?.length));
  if (isRegressor(known)) return tableText('regressor', '', prepared, layers);
  if (isClassifier(known) && prepared !== undefined) {
    const names = namesText('toJson: network.classNames', known.network.classNames);
    return tableText('classifier', `"networkClassNames": ${names},\n`, prepared, layers);
  }
  if (!isClassifier(known) && !hasNames(known)) return fileText(VERSIONS.network, layers);
  const kind = isClassifier(known) ? 'classifier' : 'network';
  const version = hasNames(known) ? VERSIONS.names : VERSIONS.kinds;
  return fileText(version, `"kind": "${kind}",\n${modelText(known)},\n${layers}`);
}

/** The text of a classifier or regressor of tables. */
function tableText(kind: 'classifier' | 'regressor', names: string, prepared = '', layers = ''): string {
  return fileText(VERSIONS.tables, `"kind": "${kind}",\n${names}"preparation": ${prepared},\n${layers}`);
}

/** Whether a value has the kind of a scaling: a broken one is refused as a scaling. */
function isScaling(model: unknown): model is Scaling {
  return (
    ownField(model, 'kind') !== undefined &&
    writtenScaling('toJson: scaling', checkScaling('toJson: model', model)) !== undefined
  );
}

function fileText(version: number, fields: string): string {
  return `{\n"format": "${FORMAT}",\n"version": ${version},\n${fields}\n}\n`;
}

function layersText({ layers }: WrittenNetwork): string {
  checkNames('toJson', layers);
  return `"layers": [\n${layers.map(layerText).join(',\n')}\n]`;
}

function layerText(layer: Layer, index: number): string {
  const { inputs, outputs, weights, biases, activation, trainable } = layer;
  const rows = Array.from({ length: outputs }, (_, neuron) =>
    numbersText(`toJson: layers[${index}].weights[${neuron}]`, weights.subarray(neuron * inputs, (neuron + 1) * inputs)),
  );
  const head = `"inputs": ${inputs}, "outputs": ${outputs}, "activation": ${JSON.stringify(activation.name)}${trainable === false ? ', "trainable": false' : ''}`;
  return `{${head},\n"weights": [\n${rows.join(',\n')}\n],\n"biases": ${numbersText(`toJson: layers[${index}].biases`, biases)}}`;
}
