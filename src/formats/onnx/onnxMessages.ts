// The messages of an ONNX file, written.
import { hasField } from '../../support/hasField.js';
import { kindOf } from '../../support/views.js';
import {
  ATTRIBUTE,
  ATTRIBUTE_TYPE,
  DIMENSION,
  LABEL_ELEMENT,
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
  /** The set of operators that has it, if it is another than ONNX's own. */
  readonly domain?: string | undefined;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes: Readonly<Record<string, Attribute | AttributeList>>;
}

/** An attribute of several float32 numbers or texts. */
type AttributeList = { readonly floats: readonly number[] } | { readonly texts: readonly string[] };

/** A node; it has the name of its output. */
export function nodeMessage({ operator, domain, inputs, output, attributes }: WrittenNode): Message {
  return [
    ...inputs.flatMap((input) => textField(NODE.input, input)),
    ...textField(NODE.output, output),
    ...textField(NODE.name, `${output}/${operator}`),
    ...textField(NODE.operator, operator),
    ...Object.entries(attributes).flatMap(([name, attribute]) =>
      messageField(NODE.attribute, attributeMessage(name, attribute)),
    ),
    ...(domain === undefined ? [] : textField(NODE.domain, domain)),
  ];
}

function attributeMessage(name: string, attribute: Attribute | AttributeList): Message {
  const named = textField(ATTRIBUTE.name, name);
  if (hasField(attribute, 'floats')) {
    const numbers = attribute.floats.flatMap((number) => floatField(ATTRIBUTE.floats, number));
    return [...named, ...numbers, ...integerField(ATTRIBUTE.type, ATTRIBUTE_TYPE.floats)];
  }
  if (hasField(attribute, 'texts')) {
    const texts = attribute.texts.flatMap((text) => textField(ATTRIBUTE.texts, text));
    return [...named, ...texts, ...integerField(ATTRIBUTE.type, ATTRIBUTE_TYPE.texts)];
  }
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
export function tensorMessage(
  name: string,
  shape: readonly number[],
  numbers: Float32Array | Float64Array | BigInt64Array,
): Message {
  const size = numbers.BYTES_PER_ELEMENT;
  const raw = new Uint8Array(size * numbers.length);
  const view = new DataView(raw.buffer);
  for (const [index, number] of numbers.entries()) {
    if (typeof number === 'bigint') view.setBigInt64(8 * index, number, true);
    else if (size === 4) view.setFloat32(4 * index, number, true);
    else view.setFloat64(8 * index, number, true);
  }
  return [
    ...shape.flatMap((length) => integerField(TENSOR.dimensions, length)),
    ...integerField(TENSOR.type, elementOf(numbers)),
    ...textField(TENSOR.name, name),
    ...messageField(TENSOR.raw, [raw]),
  ];
}

function elementOf(numbers: Float32Array | Float64Array | BigInt64Array): number {
  if (kindOf(numbers) === 'BigInt64Array') return LABEL_ELEMENT.int64;
  return numbers.BYTES_PER_ELEMENT === 4 ? TENSOR_ELEMENT.float : TENSOR_ELEMENT.double;
}

/** An input or output of the graph: [batch, size] cells of a type, float32 if it is left out, of any batch. */
export function valueMessage({ name, size, element = TENSOR_ELEMENT.float }: GraphValue): Message {
  const batch = messageField(SHAPE.dimension, textField(DIMENSION.parameter, 'batch'));
  const shape = messageField(TENSOR_TYPE.shape, batch, messageField(SHAPE.dimension, integerField(DIMENSION.value, size)));
  const tensor = messageField(TYPE.tensor, integerField(TENSOR_TYPE.element, element), shape);
  return [...textField(VALUE.name, name), ...messageField(VALUE.type, tensor)];
}

/** An input or output of a graph: its name, how many cells a row has, and of which type. */
export interface GraphValue {
  readonly name: string;
  readonly size: number;
  readonly element?: number;
}
