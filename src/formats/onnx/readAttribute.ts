// An attribute of a node of an ONNX graph: a number, a text, a list of them, or a tensor.
//
// Source: AttributeProto of onnx.proto3. A field that holds a value has the number of its type and one more.
import { FormatError, LimitError } from '../../support/errors.js';
import { describe, wording } from '../../support/wording.js';
import { ATTRIBUTE } from './onnxFields.js';
import { type Field, readFields, signedOf, textOf } from './protobufReader.js';
import { type OnnxTensor, readTensor } from './readTensor.js';

/** An attribute: undefined where it is a graph, or of another type that is not read. */
export interface OnnxAttribute {
  readonly name: string;
  readonly value: number | string | readonly (number | string)[] | OnnxTensor | undefined;
}

/** Numbers or texts of a list: as many as a data set may have classes. */
const MOST_LISTED = 2 ** 20;

/** Reads an attribute. */
export function readAttribute(what: string, field: Field): OnnxAttribute {
  const { name, kind } = headOf(what, field);
  return { name, value: contentOf(`${what} ${describe(name)}`, field, kind) };
}

/** The name, and the number of the field whose values count: that of the type, or the only one there is. */
function headOf(what: string, { bytes, offset }: Field): { readonly name: string; readonly kind: number } {
  let [name, type] = ['', 0];
  let kind = 0;
  let isMixed = false;
  const single = [ATTRIBUTE.name, ATTRIBUTE.type, ATTRIBUTE.float, ATTRIBUTE.integer, ATTRIBUTE.text];
  for (const field of readFields(what, bytes, offset, single)) {
    if (field.number === ATTRIBUTE.name) name = textOf(what, field);
    if (field.number === ATTRIBUTE.type) type = field.integer ?? 0;
    if (field.number < ATTRIBUTE.float || field.number > ATTRIBUTE.texts) continue;
    isMixed ||= kind !== 0 && kind !== field.number;
    kind = field.number;
  }
  if (type !== 0) return { name, kind: type + 1 };
  if (!isMixed) return { name, kind };
  throw new FormatError(wording(`${what} ${describe(name)}`, 'values of one type', 'several'), { offset });
}

function contentOf(what: string, { bytes, offset }: Field, kind: number): OnnxAttribute['value'] {
  // A writer of Protocol Buffers may leave out a 0, and a text of no letters.
  let value: OnnxAttribute['value'] = kind === ATTRIBUTE.text ? '' : 0;
  let isTensor = false;
  const list: (number | string)[] = [];
  const add = (item: number | string): void => {
    if (list.length === MOST_LISTED) throw new LimitError(wording(what, `at most ${MOST_LISTED} values`, 'more'));
    list.push(item);
  };
  for (const field of readFields(what, bytes, offset)) {
    if (field.number !== kind) continue;
    if (kind === ATTRIBUTE.text) value = textOf(what, field);
    if (kind === ATTRIBUTE.integer) value = field.signed ?? Number.NaN;
    if (kind === ATTRIBUTE.float) value = floatIn(field);
    if (kind === ATTRIBUTE.floats) for (const number of floatsIn(field)) add(number);
    if (kind === ATTRIBUTE.integers) for (const number of signedOf(what, field)) add(number);
    if (kind === ATTRIBUTE.texts) add(textOf(what, field));
    if (kind !== ATTRIBUTE.tensor) continue;
    if (isTensor) throw new FormatError(wording(what, 'one tensor', 'a second one'), { offset: field.offset });
    isTensor = true;
    value = readTensor(what, field);
  }
  if (kind >= ATTRIBUTE.floats && kind <= ATTRIBUTE.texts) return list;
  const isRead = kind === ATTRIBUTE.tensor ? isTensor : kind >= ATTRIBUTE.float && kind <= ATTRIBUTE.text;
  return isRead ? value : undefined;
}

function floatIn({ bytes }: Field): number {
  return bytes.length === 4 ? new DataView(bytes.buffer, bytes.byteOffset, 4).getFloat32(0, true) : Number.NaN;
}

/** Float32 numbers one by one, or packed. */
function* floatsIn({ bytes }: Field): Generator<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at + 4 <= bytes.length; at += 4) yield view.getFloat32(at, true);
}
