// A node of an ONNX graph: an operator, the names of its inputs and outputs, and its attributes.
import { FormatError, LimitError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import { NODE } from './onnxFields.js';
import { type Field, readFields, textOf } from './protobufReader.js';
import { type OnnxAttribute, readAttribute } from './readAttribute.js';
import type { OnnxTensor } from './readTensor.js';

/** A node of the graph. */
export interface OnnxNode {
  /** Its name, which many exporters leave empty. */
  readonly name: string;
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** The attributes that are numbers or texts, by name. */
  readonly attributes: ReadonlyMap<string, number | string>;
  /** The attributes that are lists of numbers or texts, by name. */
  readonly lists: ReadonlyMap<string, readonly (number | string)[]>;
  /** A `Constant`'s numbers. */
  readonly constant: OnnxTensor | undefined;
  /** The number of its names and attributes. */
  readonly size: number;
  /** Byte of the file where the node begins. */
  readonly offset: number;
}

/** Names that a node takes and makes: a row of pixels that come one by one has fewer. */
const MOST_NAMES = 4096;
/** Attributes of a node: no operator of ONNX has half as many. */
const MOST_ATTRIBUTES = 64;

/** The attributes of a node that has none, as most have. */
const NONE: ReadonlyMap<string, never> = /* @__PURE__ */ new Map<string, never>();

/** A node of the graph, from its field. */
export function readNode(what: string, { bytes, offset }: Field): OnnxNode {
  const [inputs, outputs]: [string[], string[]] = [[], []];
  let found: Map<string, OnnxAttribute['value']> | undefined;
  let [name, operator, domain] = ['', '', ''];
  const most = (limit: number, kind: string, count: number): void => {
    if (count >= limit) throw new LimitError(wording(what, `at most ${limit} ${kind} of a node`, 'more'));
  };
  const single = [NODE.name, NODE.operator, NODE.domain];
  for (const field of readFields(what, bytes, offset, single)) {
    if (field.number === NODE.input || field.number === NODE.output) {
      most(MOST_NAMES, 'inputs and outputs', inputs.length + outputs.length);
      (field.number === NODE.input ? inputs : outputs).push(textOf(what, field));
    }
    if (field.number === NODE.name) name = textOf(what, field);
    if (field.number === NODE.operator) operator = textOf(what, field);
    if (field.number === NODE.domain) domain = textOf(what, field);
    if (field.number !== NODE.attribute) continue;
    found ??= new Map();
    most(MOST_ATTRIBUTES, 'attributes', found.size);
    const { name: key, value } = readAttribute(`${what}.attribute`, field);
    if (found.has(key)) {
      const got = `${describe(key)} again`;
      throw new FormatError(wording(`${what}.attribute`, 'every attribute once', got), { offset: field.offset });
    }
    found.set(key, value);
  }
  if (operator === '') throw new FormatError(wording(what, 'an operator', 'none'), { offset });
  const whole = domain === '' || domain === 'ai.onnx' ? operator : `${domain}.${operator}`;
  return {
    name,
    operator: whole,
    // A copy has no room for more, of which an array that grows has plenty: there may be many thousand nodes.
    inputs: inputs.slice(),
    outputs: outputs.slice(),
    attributes: only(found, (value) => typeof value === 'number' || typeof value === 'string'),
    lists: only(found, (value) => Array.isArray(value)),
    // Other operators have a `value` too, which is not their output.
    constant: whole === 'Constant' && inputs.length === 0 ? only<OnnxTensor>(found, isTensor).get('value') : undefined,
    size: inputs.length + outputs.length + (found?.size ?? 0),
    offset,
  };
}

/** The attributes of one kind. */
function only<Value extends OnnxAttribute['value']>(
  found: ReadonlyMap<string, OnnxAttribute['value']> | undefined,
  isOf: (value: OnnxAttribute['value']) => value is Value,
): ReadonlyMap<string, Value> {
  if (found === undefined) return NONE;
  const of = [...found].filter((entry): entry is [string, Value] => isOf(entry[1]));
  return of.length === 0 ? NONE : new Map(of);
}

function isTensor(value: OnnxAttribute['value']): value is OnnxTensor {
  return typeof value === 'object' && !Array.isArray(value);
}

/** A node in an error: its operator, and its name or else its output. */
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

/** The fault of a node. */
export interface NodeFault {
  /** An input or an attribute. */
  readonly at?: string | undefined;
  readonly expected: string;
  readonly got: string;
  readonly remedy?: string | undefined;
}
