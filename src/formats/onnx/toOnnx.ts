// Writes a network as an ONNX file.
import { hasPreparation, isClassifier } from '../../classifier/isClassifier.js';
import type { Classifier, TableClassifier } from '../../classifier/Reading.js';
import type { Regressor } from '../../classifier/TableRegressor.js';
import type { Sizes } from '../../model/sizes.js';
import type { Layer, Network } from '../../model/typedBySizes.js';
import { ArgumentError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { describe, wording } from '../../support/wording.js';
import { descriptionText, METADATA_KEY } from '../describedModel.js';
import { tableDescriptionText } from '../describedTable.js';
import { checkFiniteLayers } from '../finiteLayers.js';
import { preparationLetters, writtenPreparation } from '../json/preparationText.js';
import { writtenModel } from '../writtenModel.js';
import { ENTRY, GRAPH, MODEL, OPSET } from './onnxFields.js';
import { nodeMessage, tensorMessage, valueMessage } from './onnxMessages.js';
import { type ActivationOperator, operatorOf, opsetOf } from './onnxOperators.js';
import { type Part, SCALED, scalingParts } from './onnxScaling.js';
import { bytesOfMessage, integerField, messageField, textField } from './protobufWriter.js';
import { type TableGraph, tableGraph } from './tableGraph.js';

/** Options of {@link toOnnx}. */
export interface ToOnnxOptions {
  /** The name of the graph's input; 'input' if left out. A model of a table has an input for each column, of the column's name. */
  readonly inputName?: string | undefined;
  /** The name of the graph's output; 'output' if left out. A regressor has an output for each target, of the target's name. */
  readonly outputName?: string | undefined;
}

/** Versions of the file format that go with the sets of operators: the usual one with those up to a last one. */
const USUAL_IR = 8;
const USUAL_IR_OPSET = 18;
const LATER_IR = 9;

/** The version of the set ai.onnx.ml that goes with all of these. */
const ML_OPSET = 3;

/**
 * A network as the bytes of an ONNX file, which ONNX Runtime, Netron and most other programs open: a `Gemm` for each layer, and behind it the
 * operator of its activation. The input is [batch, inputs] and the output [batch, outputs], of any batch, in float32.
 *
 * A classifier's scaling goes in front, in float64 as it is done here, so that the file takes numbers as they come. Names of classes, and what else
 * {@link fromOnnx} needs to read the file back to the bit, stand in its metadata under `glassbox-nn`. Other programs add in another order and have
 * functions of their own, so that their answers differ in the last digits: by less than 1e-5.
 *
 * A classifier or regressor of a table takes its rows as they are: an input [batch, 1] for each column that is read, by its name. A column of
 * numbers, and one of yes and no (1 and 0), is float32, with NaN for a missing cell; a column of words is a string, with '' for a missing
 * cell. Filling, scaling and one-hot are operators of the graph. A regressor has an output [batch, 1] for each target, by its name and in
 * its units. A graph cannot refuse a row: where `read` does, for a word that was not seen or a missing cell, all outputs of the row are
 * NaN. {@link fromOnnx} does not read such a file back: save it with {@link toJson} or {@link toSafetensors} too.
 *
 * @param model - The network, classifier or regressor.
 * @param options - See {@link ToOnnxOptions}.
 * @returns The whole file: four bytes for each weight and bias, and about a kilobyte more.
 * @throws {@link ArgumentError} for a custom activation, for which ONNX has no operator, for names that are equal, empty or taken, and for a
 * preparation that does not fit its network;
 * {@link NumericError} if a weight or bias is not finite. Protocol Buffers holds files below 2 GiB, and a network's numbers take 1 GiB at most.
 *
 * @example
 * ```ts
 * import { Network } from 'glassbox-nn';
 * import { fromOnnx, toOnnx } from 'glassbox-nn/formats';
 *
 * const network = new Network([784, 16, 16, 10]);
 * const file = toOnnx(network); // write it to a file, and open it in ONNX Runtime or Netron
 * fromOnnx(file).forward(new Float32Array(784))[0] === network.forward(new Float32Array(784))[0]; // => true
 * ```
 *
 * @example
 * ```ts
 * import { identity, Network, regressor } from 'glassbox-nn';
 * import { prepare, table } from 'glassbox-nn/data';
 * import { toOnnx } from 'glassbox-nn/formats';
 *
 * const houses = table('area,heating,price\n60,gas,210000\n80,oil,270000\n120,gas,390000\n');
 * const preparation = prepare(houses, { target: 'price' });
 * const network = new Network([preparation.width, 4, 1], { output: identity });
 * const file = toOnnx(regressor(network, { preparation })); // float32 area and string heating in, float32 price out
 * file.length < 5_000; // => true
 * ```
 */
export function toOnnx<S extends Sizes>(
  model: Network<S> | Classifier<S> | TableClassifier<S> | Regressor<S>,
  options?: ToOnnxOptions,
): Uint8Array<ArrayBuffer> {
  const network = writtenModel('toOnnx', model, 0, preparationLetters(model));
  const { layers, sizes } = network;
  const names = readNames(options);
  const operators = layers.map(operatorAt);
  checkFiniteLayers('toOnnx', layers);
  const layersOf = (first: string, last: string, scope: string) => layerParts(layers, operators, first, last, scope);
  const outputs = sizes[sizes.length - 1];
  if (hasPreparation(model)) {
    const preparation = writtenPreparation('toOnnx: preparation', model);
    if (names.inputName !== undefined) {
      const expected = 'no inputName: each column is an input of its own name';
      throw new ArgumentError(wording('toOnnx options', expected, `inputName ${describe(names.inputName)}`));
    }
    const graph = tableGraph(preparation, names.outputName, outputs, layersOf);
    return fileOf(graph, tableDescriptionText('toOnnx', model), opsetOf(operators));
  }
  const { inputName = 'input', outputName = 'output' } = names;
  if (inputName === outputName) {
    throw new ArgumentError(wording('toOnnx: outputName', 'another name than the input has', describe(outputName)));
  }
  const scaling = isClassifier(model) ? model.scaling : undefined;
  const parts = [
    ...scalingParts(scaling, inputName, sizes[0]),
    ...layersOf(scaling === undefined ? inputName : SCALED, outputName, ''),
  ];
  const graph = { parts, inputs: [{ name: inputName, size: sizes[0] }], outputs: [{ name: outputName, size: outputs }] };
  return fileOf(graph, descriptionText(model), opsetOf(operators));
}

/** The whole file. */
function fileOf({ parts, inputs, outputs }: TableGraph, description: string, opset: number): Uint8Array<ArrayBuffer> {
  const graph = [
    ...parts.flatMap(({ node }) => messageField(GRAPH.node, nodeMessage(node))),
    ...textField(GRAPH.name, 'glassbox-nn'),
    ...parts.flatMap(({ tensors }) => tensors.flatMap((tensor) => messageField(GRAPH.initializer, tensor))),
    ...inputs.flatMap((input) => messageField(GRAPH.input, valueMessage(input))),
    ...outputs.flatMap((output) => messageField(GRAPH.output, valueMessage(output))),
  ];
  const domains = new Set(parts.flatMap(({ node }) => node.domain ?? []));
  const file = [
    ...integerField(MODEL.irVersion, opset > USUAL_IR_OPSET ? LATER_IR : USUAL_IR),
    ...textField(MODEL.producerName, 'glassbox-nn'),
    ...messageField(MODEL.graph, graph),
    ...messageField(MODEL.opsetImport, textField(OPSET.domain, ''), integerField(OPSET.version, opset)),
    ...[...domains].flatMap((domain) =>
      messageField(MODEL.opsetImport, textField(OPSET.domain, domain), integerField(OPSET.version, ML_OPSET)),
    ),
    ...messageField(MODEL.metadata, textField(ENTRY.key, METADATA_KEY), textField(ENTRY.value, description)),
  ];
  return bytesOfMessage(file);
}

function readNames(options: ToOnnxOptions | undefined) {
  const { inputName, outputName } = readOptions('toOnnx options', options, ['inputName', 'outputName']);
  for (const [what, name] of Object.entries({ inputName, outputName })) {
    if (name === undefined) continue;
    if (typeof name !== 'string' || name === '') throw new ArgumentError(wording(`toOnnx: ${what}`, 'a name', describe(name)));
    // Names inside of the graph: 0.weight, 0.sum, 0.activation, scaling.offset, ...
    if (/^(\d+|scaling)\./.test(name)) {
      throw new ArgumentError(wording(`toOnnx: ${what}`, 'a name that nothing inside of the graph has', describe(name)));
    }
  }
  return { inputName, outputName };
}

function operatorAt({ activation }: Layer, index: number): ActivationOperator {
  const operator = operatorOf(activation);
  if (operator !== undefined) return operator;
  const remedy = 'ONNX knows no function of your own; save the network with toJson or toSafetensors.';
  throw new ArgumentError(
    wording(`toOnnx: layers[${index}] activation`, 'a built-in activation', describe(activation.name), remedy),
  );
}

function layerParts(
  layers: readonly Layer[],
  operators: readonly ActivationOperator[],
  first: string,
  last: string,
  scope: string,
): Part[] {
  let comes = first;
  return layers.flatMap(({ inputs, outputs, weights, biases }, index) => {
    const at = `${scope}${index}`;
    const [sum, activation] = [`${at}.sum`, index === layers.length - 1 ? last : `${at}.activation`];
    const gemm: Part = {
      node: {
        operator: 'Gemm',
        inputs: [comes, `${at}.weight`, `${at}.bias`],
        output: sum,
        attributes: { transB: { integer: 1 } },
      },
      tensors: [tensorMessage(`${at}.weight`, [outputs, inputs], weights), tensorMessage(`${at}.bias`, [outputs], biases)],
    };
    comes = activation;
    const { operator, attributes } = operators[index];
    return [gemm, { node: { operator, inputs: [sum], output: activation, attributes }, tensors: [] }];
  });
}
