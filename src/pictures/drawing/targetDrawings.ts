// Predictions of a target beside the truth, as drawings.
import { checkDataset } from '../../data/checkDataset.js';
import type { Dataset } from '../../data/Dataset.js';
import { readRows } from '../../measures/readRows.js';
import { targetErrors } from '../../measures/targetMeasures.js';
import { wholeNumber } from '../../support/checks.js';
import { ArgumentError, ShapeError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { describe, wording } from '../../support/wording.js';
import { shortNumber } from '../shortNumber.js';
import { type Chart, chart } from './chart.js';
import type { Drawing, Shape } from './Drawing.js';
import { rangeOf } from './ticks.js';

/** Options of {@link predictionsDrawing} and {@link residualsDrawing}. */
export interface TargetDrawingOptions {
  /** The index of the target; 0 if left out. */
  readonly target?: number | undefined;
  /** The most examples that are drawn, evenly spaced; from 1, and 2000 if left out. */
  readonly most?: number | undefined;
}

/** Lengths of the drawing. */
const FRAME = { left: 66, top: 46, width: 320, height: 320 };

/**
 * The predictions of a target by its true numbers. On the dashed line they are right.
 *
 * @param data - The examples, with targets.
 * @param outputs - The outputs for each, as `evaluate` gives them: [examples, targets].
 * @param options - `target`, `most`.
 * @returns A drawing.
 * @throws {@link ArgumentError} or {@link ShapeError} for data without targets and outputs that do not fit; {@link OutOfRangeError} if
 * there is no such target.
 *
 * @example
 * ```ts
 * import { dataset } from 'glassbox-nn/data';
 * import { predictionsDrawing } from 'glassbox-nn/pictures';
 *
 * const houses = dataset({ inputs: [[1], [2], [3]], targets: [[100], [200], [300]] });
 * predictionsDrawing(houses, [110, 190, 300]).description; // => 'R2 is 0.99, and the mean absolute error 6.67, of 3 examples.'
 * ```
 */
export function predictionsDrawing(data: Dataset, outputs: ArrayLike<number>, options?: TargetDrawingOptions): Drawing {
  const read = readTarget('predictionsDrawing', data, outputs, options);
  const range = rangeOf([...read.pairs.flat()]);
  return targetDrawing('Predictions', read, { across: range, up: range, heading: 'Predicted', label: 'true' }, (drawn) => [
    { kind: 'line', from: drawn.at(range[0], range[0]), to: drawn.at(range[1], range[1]), paint: 'soft', dashed: true },
    ...read.pairs.map(([truth, output]): Shape => {
      const tip = `${shortNumber(output)}, and it is ${shortNumber(truth)}`;
      return { kind: 'circle', at: drawn.at(truth, output), radius: 2.5, paint: 'positive', tip };
    }),
  ]);
}

/**
 * The residuals of a target, true number minus prediction, by the predictions. Without a pattern they are noise; a bow or a funnel shows
 * what the network has not learnt.
 *
 * @param data - As for {@link predictionsDrawing}.
 * @param outputs - As there.
 * @param options - As there.
 * @returns A drawing.
 * @throws As {@link predictionsDrawing}.
 *
 * @example
 * ```ts
 * import { dataset } from 'glassbox-nn/data';
 * import { residualsDrawing } from 'glassbox-nn/pictures';
 *
 * const houses = dataset({ inputs: [[1], [2], [3]], targets: [[100], [200], [300]] });
 * residualsDrawing(houses, [110, 190, 300]).title; // => 'Residuals'
 * ```
 */
export function residualsDrawing(data: Dataset, outputs: ArrayLike<number>, options?: TargetDrawingOptions): Drawing {
  const read = readTarget('residualsDrawing', data, outputs, options);
  const residuals = read.pairs.map(([truth, output]) => truth - output);
  // As far up as down, so that 0 is in the middle.
  const [low, high] = rangeOf([...residuals, 0]);
  const reach = Math.max(-low, high);
  const across = rangeOf(read.pairs.map(([, output]) => output));
  const plan = { across, up: [-reach, reach], heading: 'True minus predicted', label: 'predicted' } as const;
  return targetDrawing('Residuals', read, plan, (drawn) => [
    { kind: 'line', from: drawn.at(across[0], 0), to: drawn.at(across[1], 0), paint: 'soft', dashed: true },
    ...read.pairs.map(([truth, output], index): Shape => {
      const tip = `${shortNumber(truth)} minus ${shortNumber(output)}`;
      const paint = residuals[index] < 0 ? 'negative' : 'positive';
      return { kind: 'circle', at: drawn.at(output, residuals[index]), radius: 2.5, paint, tip };
    }),
  ]);
}

/** A target beside the outputs for it. */
interface ReadTarget {
  /** The examples that are drawn: true number and output. */
  readonly pairs: readonly (readonly [truth: number, output: number])[];
  /** Of all examples. */
  readonly count: number;
  readonly mae: number;
  readonly r2: number;
}

function readTarget(
  what: string,
  data: Dataset,
  outputs: ArrayLike<number>,
  options: TargetDrawingOptions | undefined,
): ReadTarget {
  const { target = 0, most = 2000 } = readOptions(`${what} options`, options, ['target', 'most']);
  const { count, targetWidth: width, targets } = checkDataset(`${what}: data`, data);
  if (targets === undefined || count === 0) {
    throw new ArgumentError(wording(`${what}: data`, 'examples with targets', targets ? 'no examples' : 'labels'));
  }
  wholeNumber(`${what}: target`, target, 0, width - 1);
  wholeNumber(`${what}: most`, most, 1);
  const given = readRows(`${what}: outputs`, outputs, count);
  if (given.width !== width) {
    const remedy = 'evaluate(network, data).outputs has them.';
    throw new ShapeError(wording(`${what}: outputs`, `${count * width} numbers`, `${count * given.width}`, remedy));
  }
  const columnOf = (numbers: ArrayLike<number>) => {
    const column = Float64Array.from({ length: count }, (_, row) => numbers[row * width + target]);
    return { numbers: column, rows: count, width: 1, isFloat32: false };
  };
  const [truth, predicted] = [columnOf(targets), columnOf(given.numbers)];
  const odd = predicted.numbers.findIndex((output) => output - output !== 0);
  if (odd >= 0) throw new ArgumentError(wording(`${what}: outputs`, 'finite numbers', describe(predicted.numbers[odd])));
  const [{ mae, r2 }] = targetErrors(truth, predicted, new Float64Array(count).fill(1));
  const drawn = Math.min(count, most);
  const pairs = Array.from({ length: drawn }, (_, index) => {
    const row = Math.floor((index * count) / drawn);
    return [truth.numbers[row], predicted.numbers[row]] as const;
  });
  return { pairs, count, mae, r2 };
}

function targetDrawing(
  title: string,
  { count, mae, r2 }: ReadTarget,
  plan: Pick<Parameters<typeof chart>[0], 'across' | 'up' | 'heading' | 'label'>,
  draw: (drawn: Chart) => Shape[],
): Drawing {
  const drawn = chart({ ...FRAME, ...plan, write: shortNumber, whole: false });
  const right = FRAME.left + FRAME.width;
  const note = `R2 ${shortNumber(r2)}, MAE ${shortNumber(mae)}`;
  return Object.freeze({
    width: right + 24,
    height: FRAME.top + FRAME.height + 50,
    title,
    description: `R2 is ${shortNumber(r2)}, and the mean absolute error ${shortNumber(mae)}, of ${count} examples.`,
    shapes: [
      ...drawn.shapes,
      { kind: 'text', at: [right, FRAME.top - 12], text: note, anchor: 'end', size: 12 } as const,
      ...draw(drawn),
    ],
  });
}
