// The messages of an ONNX file, written.
import { hasField } from '../../support/hasField.js';
import {
  ATTRIBUTE,
  ATTRIBUTE_TYPE,
  DIMENSION,
  NODE,
  SHAPE,
  TENSOR,
  TENSOR_ELEMENT,
  TENSOR_TYPE,
  TYPE,
  VALUE,
} from './onnxFields.js';
import type { Attribute } from './onnxOperators.js';
import { floatField, integerField, type Message, messageField, textField } from './protobufWriter.js';

/** A node of the graph: an operator, and the names of its inputs and outputs. */
export interface WrittenNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** A node; it has the name of its output. */
export function nodeMessage({ operator, inputs, output, attributes }: WrittenNode): Message {
  return [
    ...inputs.flatMap((input) => textField(NODE.input, input)),
    ...textField(NODE.output, output),
    ...textField(NODE.name, `${output}/${operator}`),
    ...textField(NODE.operator, operator),
    ...Object.entries(attributes).flatMap(([name, attribute]) =>
      messageField(NODE.attribute, attributeMessage(name, attribute)),
    ),
  ];
}

function attributeMessage(name: string, attribute: Attribute): Message {
  const named = textField(ATTRIBUTE.name, name);
  if (hasField(attribute, 'float')) {
    return [...named, ...floatField(ATTRIBUTE.float, attribute.float), ...integerField(ATTRIBUTE.type, ATTRIBUTE_TYPE.float)];
  }
  if (hasField(attribute, 'integer')) {
    return [
      ...named,
      ...integerField(ATTRIBUTE.integer, attribute.integer),
      ...integerField(ATTRIBUTE.type, ATTRIBUTE_TYPE.integer),
    ];
  }
  return [...named, ...textField(ATTRIBUTE.text, attribute.text), ...integerField(ATTRIBUTE.type, ATTRIBUTE_TYPE.text)];
}

/** Numbers that the file holds, by name. */
export function tensorMessage(name: string, shape: readonly number[], numbers: Float32Array | Float64Array): Message {
  const size = numbers.BYTES_PER_ELEMENT;
  const raw = new Uint8Array(size * numbers.length);
  const view = new DataView(raw.buffer);
  for (const [index, number] of numbers.entries()) {
    if (size === 4) view.setFloat32(4 * index, number, true);
    else view.setFloat64(8 * index, number, true);
  }
  return [
    ...shape.flatMap((length) => integerField(TENSOR.dimensions, length)),
    ...integerField(TENSOR.type, size === 4 ? TENSOR_ELEMENT.float : TENSOR_ELEMENT.double),
    ...textField(TENSOR.name, name),
    ...messageField(TENSOR.raw, [raw]),
  ];
}

/** An input or output of the graph: [batch, size] float32 numbers, of any batch. */
export function valueMessage(name: string, size: number): Message {
  const batch = messageField(SHAPE.dimension, textField(DIMENSION.parameter, 'batch'));
  const shape = messageField(TENSOR_TYPE.shape, batch, messageField(SHAPE.dimension, integerField(DIMENSION.value, size)));
  const tensor = messageField(TYPE.tensor, integerField(TENSOR_TYPE.element, TENSOR_ELEMENT.float), shape);
  return [...textField(VALUE.name, name), ...messageField(VALUE.type, tensor)];
}
