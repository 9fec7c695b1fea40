// The bytes of an ONNX file as nodes, numbers and names: all that a network of layers needs, and nothing of it interpreted yet.
import { FormatError, LimitError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import { ENTRY, FUNCTION, GRAPH, MODEL, OPSET } from './onnxFields.js';
import { type Field, readFields, textOf } from './protobufReader.js';
import { type OnnxNode, readNode } from './readNode.js';
import { type OnnxTensor, readTensor } from './readTensor.js';
import { type OnnxValue, readValue } from './readValue.js';

/** The contents of a file. */
export interface OnnxModel {
  /** The version of ONNX's own operators. */
  readonly opset: number;
  readonly nodes: readonly OnnxNode[];
  /** The node that makes each name. */
  readonly makers: ReadonlyMap<string, OnnxNode>;
  /** Numbers that the file holds, by name. */
  readonly tensors: ReadonlyMap<string, OnnxTensor>;
  /** Names of the graph's inputs, but for those that are tensors of the file, and of its outputs. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** The sides of the first of these inputs, where the file says them. */
  readonly inputSides: OnnxValue['sides'];
  readonly metadata: ReadonlyMap<string, string>;
}

/** Nodes and tensors of a graph: a network of ten thousand layers has not as many. */
const MOST_ITEMS = 50_000;
/** Names of inputs and outputs of its nodes, and their attributes. */
const MOST_NAMES = 200_000;
/** Pairs of metadata. */
const MOST_METADATA = 10_000;
/** Sets of operators that it needs. */
const MOST_OPSETS = 100;
/** Versions before it spread numbers over each other in another way, and let Dropout train. ONNX Runtime begins with it too. */
const FIRST_OPSET = 7;

/** Reads the model; `what` begins the errors. */
export function readModel(what: string, bytes: Uint8Array): OnnxModel {
  let graph: Field | undefined;
  const metadata = new Map<string, string>();
  let [opset, opsets] = [0, 0];
  const none = (got: string) => {
    const expected = 'an ONNX file, with one graph and the operators it needs';
    const remedy = 'Was it written by torch.onnx.export, or another exporter of ONNX?';
    return new FormatError(wording(what, expected, got, remedy), { offset: 0 });
  };
  for (const field of readFields(what, bytes, 0)) {
    if (field.number === MODEL.graph) {
      if (graph !== undefined) throw none('2 graphs');
      graph = field;
    }
    if (field.number === MODEL.opsetImport) {
      if (opsets === MOST_OPSETS) throw new LimitError(wording(what, `at most ${MOST_OPSETS} sets of operators`, 'more'));
      opsets++;
      const version = readOpset(what, field);
      if (version !== 0 && opset !== 0) throw none('operators of two versions');
      opset ||= version;
    }
    if (field.number === MODEL.metadata) readEntry(what, field, metadata);
    if (field.number === MODEL.functions) refuseOwnOperators(what, field);
  }
  if (bytes.length === 0) throw none('nothing');
  if (graph === undefined || opset === 0) throw none(`${graph ? 1 : 0} graphs, operators of version ${opset}`);
  if (opset < FIRST_OPSET) {
    const remedy = 'Export the network again, with opset_version=17.';
    throw new FormatError(wording(what, `operators of version ${FIRST_OPSET} or later`, `${opset}`, remedy), { offset: 0 });
  }
  return { ...readGraph(`${what}: graph`, graph), opset, metadata };
}

/** The version of ONNX's own operators; 0 if it is another's. */
function readOpset(what: string, { bytes, offset }: Field): number {
  let version = 0;
  let isOurs = true;
  for (const field of readFields(`${what}: opset`, bytes, offset, [OPSET.domain, OPSET.version])) {
    if (field.number === OPSET.domain) isOurs = isOnnxDomain(textOf(`${what}: opset`, field));
    if (field.number === OPSET.version) version = field.integer ?? 0;
  }
  return isOurs ? version : 0;
}

/** Whether a domain is that of ONNX's own operators. */
function isOnnxDomain(domain: string): boolean {
  return domain === '' || domain === 'ai.onnx';
}

/** A file may define operators, but must not define those of ONNX anew. */
function refuseOwnOperators(what: string, { bytes, offset }: Field): void {
  let domain = '';
  for (const field of readFields(`${what}: functions`, bytes, offset, [FUNCTION.domain])) {
    if (field.number === FUNCTION.domain) domain = textOf(`${what}: functions`, field);
  }
  if (isOnnxDomain(domain))
    throw new FormatError(wording(`${what}: functions`, "none in ONNX's own domain", 'one'), { offset });
}

function readEntry(what: string, { bytes, offset }: Field, metadata: Map<string, string>): void {
  let [key, value] = ['', ''];
  for (const field of readFields(`${what}: metadata`, bytes, offset, [ENTRY.key, ENTRY.value])) {
    if (field.number === ENTRY.key) key = textOf(`${what}: metadata`, field);
    if (field.number === ENTRY.value) value = textOf(`${what}: metadata`, field);
  }
  if (metadata.has(key)) {
    throw new FormatError(wording(`${what}: metadata`, 'every key once', `${describe(key)} again`), { offset });
  }
  if (metadata.size === MOST_METADATA)
    throw new LimitError(wording(`${what}: metadata`, `at most ${MOST_METADATA} pairs`, 'more'));
  metadata.set(key, value);
}

function readGraph(what: string, { bytes, offset }: Field): Omit<OnnxModel, 'opset' | 'metadata'> {
  const nodes: OnnxNode[] = [];
  const tensors = new Map<string, OnnxTensor>();
  const inputs: OnnxValue[] = [];
  const outputs: string[] = [];
  let names = 0;
  const makers = new Map<string, OnnxNode>();
  const checkNew = (name: string, place: number, kind: string): void => {
    if (!makers.has(name) && !tensors.has(name)) return;
    throw new FormatError(wording(`${what}.${kind}`, 'every name made once', `${describe(name)} again`), { offset: place });
  };
  for (const field of readFields(what, bytes, offset)) {
    if (field.number === GRAPH.node) {
      const node = readNode(`${what}.node[${nodes.length}]`, field);
      names += node.size;
      if (names > MOST_NAMES)
        throw new LimitError(wording(what, `at most ${MOST_NAMES} names and attributes of nodes`, 'more'));
      for (const name of node.outputs) {
        if (name === '') continue;
        checkNew(name, field.offset, `node[${nodes.length}]`);
        makers.set(name, node);
      }
      nodes.push(node);
    }
    if (field.number === GRAPH.input) inputs.push(readValue(`${what}.input`, field));
    if (field.number === GRAPH.output) outputs.push(readValue(`${what}.output`, field).name);
    if (field.number === GRAPH.initializer) {
      const tensor = readTensor(`${what}.initializer`, field);
      checkNew(tensor.name, field.offset, 'initializer');
      tensors.set(tensor.name, tensor);
    }
    if (nodes.length + tensors.size + inputs.length + outputs.length > MOST_ITEMS) {
      throw new LimitError(wording(what, `at most ${MOST_ITEMS} nodes and tensors`, 'more'));
    }
  }
  // Old files list their own numbers among the inputs.
  const open = inputs.filter(({ name }) => !tensors.has(name));
  for (const { name } of open) checkNew(name, offset, 'input');
  return { nodes, makers, tensors, inputs: open.map(({ name }) => name), outputs, inputSides: open[0]?.sides };
}
