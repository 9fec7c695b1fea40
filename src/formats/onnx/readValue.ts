// An input of an ONNX graph: its name, and its shape where it has one.
import { LimitError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import { DIMENSION, SHAPE, TENSOR_TYPE, TYPE, VALUE } from './onnxFields.js';
import { type Field, readFields, textOf } from './protobufReader.js';

/** An input of a graph. */
export interface OnnxValue {
  readonly name: string;
  /** Its sides, undefined for each that may be anything; undefined where the file does not state their number. */
  readonly sides: readonly (number | undefined)[] | undefined;
}

/** Dimensions of an input. */
const MOST_DIMENSIONS = 64;

/** Reads an input. */
export function readValue(what: string, { bytes, offset }: Field): OnnxValue {
  let name = '';
  let sides: (number | undefined)[] | undefined;
  for (const field of readFields(what, bytes, offset, [VALUE.name, VALUE.type])) {
    if (field.number === VALUE.name) name = textOf(what, field);
    for (const tensor of inside(what, field, VALUE.type, TYPE.tensor)) {
      if (tensor.number !== TENSOR_TYPE.shape) continue;
      sides ??= [];
      for (const side of readFields(what, tensor.bytes, tensor.offset)) {
        if (side.number !== SHAPE.dimension) continue;
        if (sides.length === MOST_DIMENSIONS)
          throw new LimitError(wording(what, `at most ${MOST_DIMENSIONS} dimensions`, 'more'));
        sides.push(sideOf(what, side));
      }
    }
  }
  return { name, sides };
}

/** The fields of all messages `inner` in a field, if it is the message `outer`. */
function* inside(what: string, field: Field, outer: number, inner: number): Generator<Field> {
  if (field.number !== outer) return;
  for (const part of readFields(what, field.bytes, field.offset, [inner])) {
    if (part.number === inner) yield* readFields(what, part.bytes, part.offset, [TENSOR_TYPE.shape]);
  }
}

/** A number from 1; exporters write 0, -1 or a word for a side that may be anything. */
function sideOf(what: string, { bytes, offset }: Field): number | undefined {
  let side: number | undefined;
  for (const field of readFields(what, bytes, offset, [DIMENSION.value]))
    if (field.number === DIMENSION.value) side = field.signed;
  return side !== undefined && side > 0 ? side : undefined;
}
