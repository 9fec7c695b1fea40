// A node of an ONNX graph: an operator, what goes in and comes out by name, and its attributes.
import { ATTRIBUTE, NODE } from './onnxFields.js';
import { type Field, readFields, textOf } from './protobufReader.js';
import { type OnnxTensor, readTensor } from './readTensor.js';

/** A node of the graph. */
export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** The attributes that are numbers or texts, by name. */
  readonly attributes: ReadonlyMap<string, number | string>;
  /** A `Constant`'s numbers. */
  readonly constant: OnnxTensor | undefined;
  /** Byte of the file where the node begins. */
  readonly offset: number;
}

/** A node of the graph, from its field. */
export function readNode(what: string, { bytes, offset }: Field): OnnxNode {
  const [inputs, outputs]: [string[], string[]] = [[], []];
  const attributes = new Map<string, number | string>();
  let [operator, domain] = ['', ''];
  let constant: OnnxTensor | undefined;
  for (const field of readFields(what, bytes, offset)) {
    if (field.number === NODE.input) inputs.push(textOf(what, field));
    if (field.number === NODE.output) outputs.push(textOf(what, field));
    if (field.number === NODE.operator) operator = textOf(what, field);
    if (field.number === NODE.domain) domain = textOf(what, field);
    if (field.number === NODE.attribute) constant = readAttribute(what, field, attributes) ?? constant;
  }
  const known = domain === '' || domain === 'ai.onnx';
  return { operator: known ? operator : `${domain}.${operator}`, inputs, outputs, attributes, constant, offset };
}

/** Adds a number or a text to `attributes`, and returns numbers. */
function readAttribute(
  what: string,
  { bytes, offset }: Field,
  attributes: Map<string, number | string>,
): OnnxTensor | undefined {
  let name = '';
  let value: number | string | undefined;
  let tensor: OnnxTensor | undefined;
  for (const field of readFields(`${what}.attribute`, bytes, offset)) {
    if (field.number === ATTRIBUTE.name) name = textOf(what, field);
    if (field.number === ATTRIBUTE.text) value = textOf(what, field);
    if (field.number === ATTRIBUTE.integer) value = field.signed ?? Number.NaN;
    if (field.number === ATTRIBUTE.float) value = floatIn(field);
    if (field.number === ATTRIBUTE.tensor) tensor = readTensor(`${what}.attribute`, field);
  }
  if (value !== undefined) attributes.set(name, value);
  return tensor;
}

function floatIn({ bytes }: Field): number {
  return bytes.length === 4 ? new DataView(bytes.buffer, bytes.byteOffset, 4).getFloat32(0, true) : Number.NaN;
}
