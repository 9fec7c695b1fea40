// The bytes of an ONNX file as nodes, numbers and names: all that a network of layers needs, and nothing of it interpreted yet.
import { FormatError, LimitError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import { ENTRY, GRAPH, MODEL, OPSET, VALUE } from './onnxFields.js';
import { type Field, readFields, textOf } from './protobufReader.js';
import { type OnnxNode, readNode } from './readNode.js';
import { type OnnxTensor, readTensor } from './readTensor.js';

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
  for (const field of readFields(what, bytes, 0)) {
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

/** The version of ONNX's own operators; 0 if it is another's. */
function readOpset(what: string, { bytes, offset }: Field): number {
  let version = 0;
  for (const field of readFields(`${what}: opset`, bytes, offset)) {
    if (field.number === OPSET.domain && !['', 'ai.onnx'].includes(textOf(`${what}: opset`, field))) return 0;
    if (field.number === OPSET.version) version = field.integer ?? 0;
  }
  return version;
}

function readEntry(what: string, { bytes, offset }: Field, metadata: Map<string, string>): void {
  let [key, value] = ['', ''];
  for (const field of readFields(`${what}: metadata`, bytes, offset)) {
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
  for (const field of readFields(what, bytes, offset)) {
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
  for (const field of readFields(what, bytes, offset)) if (field.number === VALUE.name) return textOf(what, field);
  return '';
}
