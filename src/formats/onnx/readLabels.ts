// The texts and whole numbers that an ONNX file holds: names of classes, sides of a shape, axes.
import { FormatError, LimitError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import { LABEL_ELEMENT, TENSOR } from './onnxFields.js';
import { type Field, readFields, signedOf, textOf } from './protobufReader.js';

/** As many classes as a data set may have. */
const MOST_LABELS = 2 ** 20;

/** Whether a tensor of this type holds texts or whole numbers. */
export function isLabelType(type: number): boolean {
  return Object.values(LABEL_ELEMENT).includes(type);
}

/** The contents of such a tensor, as texts. Its bytes are read again, since hardly any file needs them. */
export function readLabels(what: string, type: number, { bytes, offset }: Pick<Field, 'bytes' | 'offset'>): string[] {
  const labels: string[] = [];
  for (const field of readFields(what, bytes, offset)) {
    for (const label of labelsIn(what, type, field)) {
      if (labels.length === MOST_LABELS) throw new LimitError(wording(what, `at most ${MOST_LABELS} classes`, 'more'));
      labels.push(label);
    }
  }
  return labels;
}

function* labelsIn(what: string, type: number, field: Field): Generator<string> {
  const { number } = field;
  if (number === TENSOR.texts && type === LABEL_ELEMENT.text) yield textOf(what, field);
  const isList = number === (type === LABEL_ELEMENT.int64 ? TENSOR.int64s : TENSOR.int32s) && type !== LABEL_ELEMENT.text;
  if (isList) for (const value of signedOf(what, field)) yield String(value);
  if (number === TENSOR.raw && type !== LABEL_ELEMENT.text) yield* rawLabels(what, type, field);
}

function* rawLabels(what: string, type: number, { bytes, offset }: Field): Generator<string> {
  const size = { [LABEL_ELEMENT.int32]: 4, [LABEL_ELEMENT.truth]: 1 }[type] ?? 8;
  if (bytes.length % size !== 0) {
    throw new FormatError(wording(what, `numbers of ${size} bytes each`, `${bytes.length} bytes`), { offset });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < bytes.length; at += size) {
    if (size === 8) yield String(view.getBigInt64(at, true));
    else yield String(size === 4 ? view.getInt32(at, true) : view.getUint8(at));
  }
}
