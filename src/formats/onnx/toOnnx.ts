// Writes a network as an ONNX file.
import { isClassifier } from '../../classifier/isClassifier.js';
import type { Classifier } from '../../classifier/Reading.js';
import type { Sizes } from '../../model/sizes.js';
import type { Layer, Network } from '../../model/typedBySizes.js';
import { ArgumentError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { describe, wording } from '../../support/wording.js';
import { descriptionText, METADATA_KEY } from '../describedModel.js';
import { checkFiniteLayers } from '../finiteLayers.js';
import { writtenModel } from '../writtenModel.js';
import { ENTRY, GRAPH, MODEL, OPSET } from './onnxFields.js';
import { nodeMessage, tensorMessage, valueMessage } from './onnxMessages.js';
import { type ActivationOperator, operatorOf, opsetOf } from './onnxOperators.js';
import { type Part, SCALED, scalingParts } from './onnxScaling.js';
import { bytesOfMessage, integerField, messageField, textField } from './protobufWriter.js';

/** Options of {@link toOnnx}. */
export interface ToOnnxOptions {
  /** The name of the graph's input; 'input' if left out. */
  readonly inputName?: string | undefined;
  /** The name of the graph's output; 'output' if left out. */
  readonly outputName?: string | undefined;
}

/** Versions of the file format that go with the sets of operators: the usual one with those up to a last one. */
const USUAL_IR = 8;
const USUAL_IR_OPSET = 18;
const LATER_IR = 9;

/**
 * A network as the bytes of an ONNX file, which ONNX Runtime, Netron and most other programs open: a `Gemm` for each layer, and behind it the
 * operator of its activation. The input is [batch, inputs] and the output [batch, outputs], of any batch, in float32.
 *
 * A classifier's scaling goes in front, in float64 as it is done here, so that the file takes numbers as they come. Names of classes, and what else
 * {@link fromOnnx} needs to read the file back to the bit, stand in its metadata under `glassbox-nn`. Other programs add in another order and have
 * functions of their own, so that their answers differ in the last digits: by less than 1e-5.
 *
 * @param model - The network or classifier.
 * @param options - See {@link ToOnnxOptions}.
 * @returns The whole file: four bytes for each weight and bias, and about a kilobyte more.
 * @throws {@link ArgumentError} for a custom activation, for which ONNX has no operator, and for names that are equal or taken;
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
 */
export function toOnnx<S extends Sizes>(model: Network<S> | Classifier<S>, options?: ToOnnxOptions): Uint8Array<ArrayBuffer> {
  const network = writtenModel('toOnnx', model);
  const { layers, sizes } = network;
  const { inputName, outputName } = readNames(options);
  const operators = layers.map(operatorAt);
  checkFiniteLayers('toOnnx', layers);
  const parts = [
    ...scalingParts(isClassifier(model) ? model.scaling : undefined, inputName, sizes[0]),
    ...layerParts(layers, operators, isClassifier(model) && model.scaling !== undefined ? SCALED : inputName, outputName),
  ];
  const graph = [
    ...parts.flatMap(({ node }) => messageField(GRAPH.node, nodeMessage(node))),
    ...textField(GRAPH.name, 'glassbox-nn'),
    ...parts.flatMap(({ tensors }) => tensors.flatMap((tensor) => messageField(GRAPH.initializer, tensor))),
    ...messageField(GRAPH.input, valueMessage(inputName, sizes[0])),
    ...messageField(GRAPH.output, valueMessage(outputName, sizes[sizes.length - 1])),
  ];
  const description = descriptionText(model);
  const opset = opsetOf(operators);
  const file = [
    ...integerField(MODEL.irVersion, opset > USUAL_IR_OPSET ? LATER_IR : USUAL_IR),
    ...textField(MODEL.producerName, 'glassbox-nn'),
    ...messageField(MODEL.graph, graph),
    ...messageField(MODEL.opsetImport, textField(OPSET.domain, ''), integerField(OPSET.version, opset)),
    ...messageField(MODEL.metadata, textField(ENTRY.key, METADATA_KEY), textField(ENTRY.value, description)),
  ];
  return bytesOfMessage(file);
}

function readNames(options: ToOnnxOptions | undefined) {
  const { inputName = 'input', outputName = 'output' } = readOptions('toOnnx options', options, ['inputName', 'outputName']);
  for (const [what, name] of Object.entries({ inputName, outputName })) {
    if (typeof name !== 'string' || name === '') throw new ArgumentError(wording(`toOnnx: ${what}`, 'a name', describe(name)));
    // Names inside of the graph: 0.weight, 0.sum, 0.activation, scaling.offset, ...
    if (/^(\d+|scaling)\./.test(name)) {
      throw new ArgumentError(wording(`toOnnx: ${what}`, 'a name that nothing inside of the graph has', describe(name)));
    }
  }
  if (inputName === outputName) {
    throw new ArgumentError(wording('toOnnx: outputName', 'another name than the input has', describe(outputName)));
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
  outputName: string,
): Part[] {
  let comes = first;
  return layers.flatMap(({ inputs, outputs, weights, biases }, index) => {
    const [sum, activation] = [`${index}.sum`, index === layers.length - 1 ? outputName : `${index}.activation`];
    const gemm: Part = {
      node: {
        operator: 'Gemm',
        inputs: [comes, `${index}.weight`, `${index}.bias`],
        output: sum,
        attributes: { transB: { integer: 1 } },
      },
      tensors: [
        tensorMessage(`${index}.weight`, [outputs, inputs], weights),
        tensorMessage(`${index}.bias`, [outputs], biases),
      ],
    };
    comes = activation;
    const { operator, attributes } = operators[index];
    return [gemm, { node: { operator, inputs: [sum], output: activation, attributes }, tensors: [] }];
  });
}
