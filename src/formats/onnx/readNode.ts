// A node of an ONNX graph: an operator, what goes in and comes out by name, and its attributes.
import { FormatError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import { ATTRIBUTE, NODE } from './onnxFields.js';
import { type Field, readFields, signedOf, textOf } from './protobufReader.js';
import { type OnnxTensor, readTensor } from './readTensor.js';

/** A node of the graph. */
export interface OnnxNode {
  /** What its exporter calls it; many leave it empty. */
  readonly name: string;
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** The attributes that are numbers or texts, by name. */
  readonly attributes: ReadonlyMap<string, number | string>;
  /** The attributes that are lists of one number or text or more, by name. */
  readonly lists: ReadonlyMap<string, readonly (number | string)[]>;
  /** A `Constant`'s numbers. */
  readonly constant: OnnxTensor | undefined;
  /** Byte of the file where the node begins. */
  readonly offset: number;
}

/** A node of the graph, from its field. */
export function readNode(what: string, { bytes, offset }: Field): OnnxNode {
  const [inputs, outputs]: [string[], string[]] = [[], []];
  const attributes = new Map<string, number | string>();
  const lists = new Map<string, (number | string)[]>();
  let [name, operator, domain] = ['', '', ''];
  let constant: OnnxTensor | undefined;
  for (const field of readFields(what, bytes, offset)) {
    if (field.number === NODE.input) inputs.push(textOf(what, field));
    if (field.number === NODE.output) outputs.push(textOf(what, field));
    if (field.number === NODE.name) name = textOf(what, field);
    if (field.number === NODE.operator) operator = textOf(what, field);
    if (field.number === NODE.domain) domain = textOf(what, field);
    if (field.number === NODE.attribute) constant = readAttribute(what, field, attributes, lists) ?? constant;
  }
  const known = domain === '' || domain === 'ai.onnx';
  const whole = known ? operator : `${domain}.${operator}`;
  return { name, operator: whole, inputs, outputs, attributes, lists, constant, offset };
}

/** A node in an error: its operator, and its name or else what it makes. */
export function nodeWords({ operator, name, outputs }: OnnxNode): string {
  if (name !== '') return `${operator} ${describe(name)}`;
  return outputs[0] ? `${operator} that makes ${describe(outputs[0])}` : operator;
}

/** A fault of a node; `what` begins the error. */
export function nodeFault(what: string, node: OnnxNode, fault: NodeFault): FormatError {
  const { at = '', expected, got, remedy = '' } = fault;
  return new FormatError(wording(`${what}: ${nodeWords(node)}${at && `: ${at}`}`, expected, got, remedy), {
    offset: node.offset,
  });
}

/** What is wrong with a node. */
export interface NodeFault {
  /** An input or an attribute. */
  readonly at?: string | undefined;
  readonly expected: string;
  readonly got: string;
  readonly remedy?: string | undefined;
}

/** Adds a number or a text to `attributes` or a list to `lists`, and returns numbers. */
function readAttribute(
  what: string,
  { bytes, offset }: Field,
  attributes: Map<string, number | string>,
  lists: Map<string, (number | string)[]>,
): OnnxTensor | undefined {
  let name = '';
  let value: number | string | undefined;
  let tensor: OnnxTensor | undefined;
  const list: (number | string)[] = [];
  for (const field of readFields(`${what}.attribute`, bytes, offset)) {
    if (field.number === ATTRIBUTE.name) name = textOf(what, field);
    if (field.number === ATTRIBUTE.text) value = textOf(what, field);
    if (field.number === ATTRIBUTE.integer) value = field.signed ?? Number.NaN;
    if (field.number === ATTRIBUTE.float) value = floatIn(field);
    if (field.number === ATTRIBUTE.floats) for (const number of floatsIn(field)) list.push(number);
    if (field.number === ATTRIBUTE.integers) for (const number of signedOf(what, field)) list.push(number);
    if (field.number === ATTRIBUTE.texts) list.push(textOf(what, field));
    if (field.number === ATTRIBUTE.tensor) tensor = readTensor(`${what}.attribute`, field);
  }
  if (value !== undefined) attributes.set(name, value);
  if (list.length > 0) lists.set(name, list);
  return tensor;
}

function floatIn({ bytes }: Field): number {
  return bytes.length === 4 ? new DataView(bytes.buffer, bytes.byteOffset, 4).getFloat32(0, true) : Number.NaN;
}

/** Float32 numbers one by one, or packed. */
function* floatsIn({ bytes }: Field): Generator<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at + 4 <= bytes.length; at += 4) yield view.getFloat32(at, true);
}
