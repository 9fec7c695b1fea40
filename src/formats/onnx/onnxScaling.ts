// A classifier's scaling as nodes of a graph: (input - offset) / size for each number, in float64, as it is done here.
import type { Scaling } from '../../data/Scaling.js';
import { linearForm } from '../linearScaling.js';
import { TENSOR_ELEMENT } from './onnxFields.js';
import { tensorMessage, type WrittenNode } from './onnxMessages.js';
import type { Message } from './protobufWriter.js';

/** A node, and the numbers that the file holds for it. */
export interface Part {
  readonly node: WrittenNode;
  readonly tensors: readonly Message[];
}

/** The name of the scaled numbers. */
export const SCALED = 'scaling.scaled';

/** The nodes that scale `inputName` into {@link SCALED}; none where there is no scaling. */
export function scalingParts(scaling: Scaling | undefined, inputName: string, inputs: number): Part[] {
  if (scaling === undefined) return [];
  const { offsets, sizes } = linearForm(scaling);
  const numbers = (name: string, values: Float64Array) => [tensorMessage(`scaling.${name}`, [inputs], values)];
  return [
    { node: cast(inputName, 'scaling.exact', TENSOR_ELEMENT.double), tensors: [] },
    { node: node('Sub', 'scaling.exact', 'scaling.offset', 'scaling.centred'), tensors: numbers('offset', offsets) },
    { node: node('Div', 'scaling.centred', 'scaling.size', 'scaling.quotient'), tensors: numbers('size', sizes) },
    { node: cast('scaling.quotient', SCALED, TENSOR_ELEMENT.float), tensors: [] },
  ];
}

function cast(input: string, output: string, to: number): WrittenNode {
  return { operator: 'Cast', inputs: [input], output, attributes: { to: { integer: to } } };
}

function node(operator: string, input: string, by: string, output: string): WrittenNode {
  return { operator, inputs: [input, by], output, attributes: {} };
}
