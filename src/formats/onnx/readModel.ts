// The bytes of an ONNX file as nodes, numbers and names: all that a network of layers needs, and nothing of it interpreted yet.
import { FormatError, LimitError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import { ATTRIBUTE, ENTRY, GRAPH, MODEL, NODE, OPSET, VALUE } from './onnxFields.js';
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

/** What a file holds. */
export interface OnnxModel {
  readonly nodes: readonly OnnxNode[];
  /** Numbers that the file holds, by name. */
  readonly tensors: ReadonlyMap<string, OnnxTensor>;
  /** Names of the graph's inputs, but for those that are tensors of the file, and of its outputs. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly metadata: ReadonlyMap<string, string>;
}

/** Nodes and tensors of a graph: a network of ten thousand layers has not as many. */
const MOST_ITEMS = 50_000;

/** Reads the model; `what` begins the errors. */
export function readModel(what: string, bytes: Uint8Array): OnnxModel {
  const graphs: Field[] = [];
  const metadata = new Map<string, string>();
  let opset = 0;
  for (const field of fieldsOf(what, bytes, 0)) {
    if (field.number === MODEL.graph) graphs.push(field);
    if (field.number === MODEL.opsetImport) opset = Math.max(opset, readOpset(what, field));
    if (field.number === MODEL.metadata) readEntry(what, field, metadata);
  }
  const [graph] = graphs;
  if (graph === undefined || graphs.length > 1 || opset === 0) {
    const expected = 'an ONNX file, with one graph and the operators it needs';
    const remedy = 'Was it written by torch.onnx.export, or another exporter of ONNX?';
    throw new FormatError(wording(what, expected, `${graphs.length} graphs, operators of version ${opset}`, remedy), {
      offset: 0,
    });
  }
  return { ...readGraph(`${what}: graph`, graph), metadata };
}

function fieldsOf(what: string, bytes: Uint8Array, start: number): Generator<Field> {
  return readFields(what, bytes, start);
}

/** The version of ONNX's own operators; 0 if it is another's. */
function readOpset(what: string, { bytes, offset }: Field): number {
  let version = 0;
  for (const field of fieldsOf(`${what}: opset`, bytes, offset)) {
    if (field.number === OPSET.domain && !['', 'ai.onnx'].includes(textOf(`${what}: opset`, field))) return 0;
    if (field.number === OPSET.version) version = field.integer ?? 0;
  }
  return version;
}

function readEntry(what: string, { bytes, offset }: Field, metadata: Map<string, string>): void {
  let [key, value] = ['', ''];
  for (const field of fieldsOf(`${what}: metadata`, bytes, offset)) {
    if (field.number === ENTRY.key) key = textOf(`${what}: metadata`, field);
    if (field.number === ENTRY.value) value = textOf(`${what}: metadata`, field);
  }
  if (metadata.has(key)) throw new FormatError(wording(`${what}: metadata`, 'every key once', `'${key}' again`), { offset });
  metadata.set(key, value);
}

function readGraph(what: string, { bytes, offset }: Field): Omit<OnnxModel, 'metadata'> {
  const nodes: OnnxNode[] = [];
  const tensors = new Map<string, OnnxTensor>();
  const [inputs, outputs]: [string[], string[]] = [[], []];
  for (const field of fieldsOf(what, bytes, offset)) {
    if (field.number === GRAPH.node) nodes.push(readNode(`${what}.node[${nodes.length}]`, field));
    if (field.number === GRAPH.input) inputs.push(nameOf(`${what}.input`, field));
    if (field.number === GRAPH.output) outputs.push(nameOf(`${what}.output`, field));
    if (field.number === GRAPH.initializer) {
      const tensor = readTensor(`${what}.initializer`, field);
      if (tensors.has(tensor.name)) {
        const got = `'${tensor.name}' again`;
        throw new FormatError(wording(`${what}.initializer`, 'every name once', got), { offset: field.offset });
      }
      tensors.set(tensor.name, tensor);
    }
    if (nodes.length + tensors.size + inputs.length + outputs.length > MOST_ITEMS) {
      throw new LimitError(wording(what, `at most ${MOST_ITEMS} nodes and tensors`, 'more'));
    }
  }
  // Old files list their own numbers among the inputs.
  return { nodes, tensors, inputs: inputs.filter((name) => !tensors.has(name)), outputs };
}

function nameOf(what: string, { bytes, offset }: Field): string {
  for (const field of fieldsOf(what, bytes, offset)) if (field.number === VALUE.name) return textOf(what, field);
  return '';
}

function readNode(what: string, { bytes, offset }: Field): OnnxNode {
  const [inputs, outputs]: [string[], string[]] = [[], []];
  const attributes = new Map<string, number | string>();
  let [operator, domain] = ['', ''];
  let constant: OnnxTensor | undefined;
  for (const field of fieldsOf(what, bytes, offset)) {
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
  for (const field of fieldsOf(`${what}.attribute`, bytes, offset)) {
    if (field.number === ATTRIBUTE.name) name = textOf(what, field);
    if (field.number === ATTRIBUTE.text) value = textOf(what, field);
    if (field.number === ATTRIBUTE.integer) value = signed(field.integer ?? Number.NaN);
    if (field.number === ATTRIBUTE.float) value = floatIn(field);
    if (field.number === ATTRIBUTE.tensor) tensor = readTensor(`${what}.attribute`, field);
  }
  if (value !== undefined) attributes.set(name, value);
  return tensor;
}

/** Numbers below 0 are written as 2^64 more. */
function signed(integer: number): number {
  return integer >= 2 ** 63 ? integer - 2 ** 64 : integer;
}

function floatIn({ bytes }: Field): number {
  return bytes.length === 4 ? new DataView(bytes.buffer, bytes.byteOffset, 4).getFloat32(0, true) : Number.NaN;
}
