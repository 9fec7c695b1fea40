// The numbers that an ONNX file holds.
import { bfloat16, float16 } from '../../linalg/float16.js';
import { FormatError, LimitError } from '../../support/errors.js';
import { wording } from '../../support/wording.js';
import { TENSOR, TENSOR_ELEMENT } from './onnxFields.js';
import { type Field, integersOf, readFields, textOf } from './protobufReader.js';
import { isLabelType, readLabels } from './readLabels.js';

/** Numbers with their name and shape. */
export interface OnnxTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** The numbers; undefined where they are of a type that no weight has, as whole numbers. */
  readonly data: Float32Array | Float64Array | undefined;
  /** Texts, or whole numbers as texts, read when they are needed; undefined for any other type. */
  readonly labels: (() => readonly string[]) | undefined;
}

/** Dimensions of a tensor. */
const MOST_DIMENSIONS = 64;

/** A tensor, its numbers copied. */
export function readTensor(what: string, { bytes, offset }: Field): OnnxTensor {
  const shape: number[] = [];
  let [name, type] = ['', 0];
  let raw: Field | undefined;
  let listed: Field | undefined;
  const single = [TENSOR.type, TENSOR.name, TENSOR.raw, TENSOR.location];
  for (const field of readFields(what, bytes, offset, single)) {
    if (field.number === TENSOR.name) name = textOf(what, field);
    if (field.number === TENSOR.type) type = field.integer ?? 0;
    if (field.number === TENSOR.raw) raw = field;
    if (field.number === TENSOR.floats || field.number === TENSOR.doubles) {
      if (listed !== undefined) throw new FormatError(wording(what, 'numbers in one piece', 'a second piece'), { offset });
      listed = field;
    }
    if (field.number === TENSOR.location && field.integer !== 0) throw outside(what, field.offset);
    if (field.number === TENSOR.dimensions) {
      for (const size of integersOf(what, field)) {
        if (shape.length === MOST_DIMENSIONS)
          throw new LimitError(wording(what, `at most ${MOST_DIMENSIONS} dimensions`, 'more'));
        shape.push(size);
      }
    }
  }
  const path = `${what} '${name}'`;
  const element = elementOf(type);
  if (element === undefined) {
    // Thousands of nodes may need them: they are read once.
    let read: string[] | undefined;
    const labels = () => {
      read ??= readLabels(path, type, { bytes, offset });
      return read;
    };
    return { name, shape, data: undefined, labels: isLabelType(type) ? labels : undefined };
  }
  const count = shape.reduce((product, size) => product * size, 1);
  if (!(count * 8 <= Number.MAX_SAFE_INTEGER)) throw new LimitError(wording(path, 'less than 2^50 numbers', shape.join(' x ')));
  // Numbers of another type than the tensor's would be read as others.
  const isListed = listed?.number === (type === TENSOR_ELEMENT.double ? TENSOR.doubles : TENSOR.floats);
  if (listed !== undefined && (raw !== undefined || !isListed)) {
    throw new FormatError(wording(path, 'numbers once, of the type that the tensor has', 'others'), { offset: listed.offset });
  }
  const stored = raw ?? listed;
  const length = stored?.bytes.length ?? 0;
  if (length !== count * element.size) {
    const expected = `${count * element.size} bytes, for ${shape.join(' x ') || 'a single number'}`;
    throw new FormatError(wording(path, expected, `${length}`), { offset: stored?.offset ?? offset });
  }
  const data = stored === undefined || count === 0 ? new Float32Array(0) : element.read(stored.bytes, count);
  return { name, shape, data, labels: undefined };
}

function outside(what: string, offset: number): FormatError {
  const remedy = 'Save it with its numbers inside: torch.onnx.export(..., external_data=False).';
  return new FormatError(wording(what, 'numbers inside of the file', 'numbers in another file', remedy), { offset });
}

/** The reader of a type of numbers. */
interface Element {
  readonly size: number;
  readonly read: (bytes: Uint8Array, count: number) => Float32Array | Float64Array;
}

function elementOf(type: number): Element | undefined {
  switch (type) {
    case TENSOR_ELEMENT.float:
      return reader(4, (view, at) => view.getFloat32(at, true));
    case TENSOR_ELEMENT.double:
      return reader(8, (view, at) => view.getFloat64(at, true));
    case TENSOR_ELEMENT.float16:
      return reader(2, (view, at) => float16(view.getUint16(at, true)));
    case TENSOR_ELEMENT.bfloat16:
      return reader(2, (view, at) => bfloat16(view.getUint16(at, true)));
    default:
      return undefined;
  }
}

function reader(size: number, numberAt: (view: DataView, offset: number) => number): Element {
  return {
    size,
    read(bytes, count) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      const data = size === 8 ? new Float64Array(count) : new Float32Array(count);
      for (let index = 0; index < count; index++) data[index] = numberAt(view, index * size);
      return data;
    },
  };
}
