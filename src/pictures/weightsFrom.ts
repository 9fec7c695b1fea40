import { float32Number, wholeNumber } from '../support/checks.js';
import { ArgumentError, ShapeError } from '../support/errors.js';
import { readOptions } from '../support/options.js';
import { isList } from '../support/views.js';
import { describe, wording } from '../support/wording.js';

/** Options of {@link weightsFrom}. */
export interface WeightsFromOptions {
  /** Weights in a row; 28 if left out. */
  readonly width?: number | undefined;
  /** Rows of weights; 28 if left out. */
  readonly height?: number | undefined;
  /** The weight of a `+`; 1 if left out. */
  readonly positive?: number | undefined;
  /** The weight of a `-`; -1 if left out. */
  readonly negative?: number | undefined;
}

/**
 * A neuron's weights drawn in text, stretched to the size of the image: `+` for positive, `-` for negative, `.` or a space for 0, and `1` to `9`
 * for tenths of a positive weight. So the source shows what the neuron looks for.
 *
 * @param rows - The drawing, row by row from the top; all of one length.
 * @param options - `width` and `height` of the image, and the weights of `+` and `-`.
 * @returns [height x width], row by row, for `layer.neuron(i).weights.set(...)`.
 * @throws {@link ArgumentError} for another character, {@link ShapeError} for rows of different lengths or a drawing that is larger than
 * the image.
 *
 * @example
 * ```ts
 * import { weightsFrom } from 'glassbox-nn/pictures';
 *
 * weightsFrom(['+.', '-5'], { width: 4, height: 2, negative: -0.5 }); // => Float32Array(8) [ 1, 1, 0, 0, -0.5, -0.5, 0.5, 0.5 ]
 * ```
 */
export function weightsFrom(rows: readonly string[], options?: WeightsFromOptions): Float32Array {
  const known = ['width', 'height', 'positive', 'negative'] as const;
  const given = readOptions('weightsFrom options', options, known);
  const width = wholeNumber('weightsFrom: width', given.width ?? 28, 1, 4096);
  const height = wholeNumber('weightsFrom: height', given.height ?? 28, 1, 4096);
  const positive = float32Number('weightsFrom: positive', given.positive ?? 1);
  const negative = float32Number('weightsFrom: negative', given.negative ?? -1);
  const drawing = readRows(rows, width, height).map((row, index) =>
    Array.from(row, (character, column) => {
      if (character === '.' || character === ' ') return 0;
      if (character === '+') return positive;
      if (character === '-') return negative;
      if (character >= '1' && character <= '9') return (positive * Number(character)) / 10;
      throw new ArgumentError(
        wording(`weightsFrom: rows[${index}][${column}]`, 'any of + - . and 1 to 9', describe(character)),
      );
    }),
  );
  const weights = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = drawing[Math.floor(((y + 0.5) * drawing.length) / height)];
    for (let x = 0; x < width; x++) weights[y * width + x] = row[Math.floor(((x + 0.5) * row.length) / width)];
  }
  return weights;
}

function readRows(rows: readonly string[], width: number, height: number): readonly string[] {
  if (!isList(rows) || rows.length === 0 || !Array.from(rows).every((row) => typeof row === 'string' && row !== '')) {
    throw new ArgumentError(wording('weightsFrom: rows', "rows of characters, as ['..++..', '.----.']", describe(rows)));
  }
  const length = rows[0].length;
  const other = rows.findIndex((row) => row.length !== length);
  if (other >= 0) {
    throw new ShapeError(
      wording(`weightsFrom: rows[${other}]`, `${length} characters, as in rows[0]`, `${rows[other].length}`),
    );
  }
  if (length > width || rows.length > height) {
    const remedy = 'Give width and height of the image.';
    throw new ShapeError(
      wording('weightsFrom: rows', `at most ${width} x ${height} characters`, `${length} x ${rows.length}`, remedy),
    );
  }
  return rows;
}
