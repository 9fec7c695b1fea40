import { log } from '../../linalg/expLog.js';
import { ArgumentError } from '../../support/errors.js';
import { isList, readable } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import type { LearningRateSweep, SweepStep } from '../../training/learningRateSweep.js';
import { shortNumber } from '../shortNumber.js';
import { chart } from './chart.js';
import type { Drawing, Place, Shape } from './Drawing.js';
import { rangeOf } from './ticks.js';

/** Lengths of the drawing. */
const FRAME = { left: 70, top: 46, width: 380, height: 220 };

/**
 * The loss by the learning rate, as a sweep has found it: the smoothed loss as a line, that of each batch dashed, and the suggested rate as
 * a mark. The rates stand at equal distances for equal factors.
 *
 * @param sweep - What `learningRateSweep` returned.
 * @returns A drawing.
 * @throws {@link ArgumentError} for anything else.
 *
 * @example
 * ```ts
 * import { learningRateSweep, Network } from 'glassbox-nn';
 * import { circles } from 'glassbox-nn/data';
 * import { learningRateCurve, toSvg } from 'glassbox-nn/pictures';
 *
 * const sweep = learningRateSweep(new Network([2, 8, 1]), circles());
 * toSvg(learningRateCurve(sweep)).slice(0, 4); // => '<svg'
 * ```
 */
export function learningRateCurve(sweep: LearningRateSweep): Drawing {
  const { steps, suggested } = checkSweep(sweep);
  const places = steps.map(({ learningRate }) => power(learningRate));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const smoothed = steps.map(({ smoothedLoss }, index): Place => [places[index], smoothedLoss]);
  const single = steps.map(({ loss }, index): Place => [places[index], loss]);
  const up = rangeOf(smoothed.map(([, loss]) => loss));
  const drawn = chart({
    ...FRAME,
    across: first === last ? [first - 1, last + 1] : [first, last],
    up,
    heading: 'Loss',
    label: 'learning rate',
    write: shortNumber,
    writeAcross: (place) => `1e${place}`,
    whole: true,
  });
  const place = suggested === undefined ? Number.NaN : power(suggested);
  const words = `suggested: ${suggested === undefined ? 'none' : shortNumber(suggested)}`;
  const line: Shape = { kind: 'line', from: drawn.at(place, up[0]), to: drawn.at(place, up[1]), paint: 'negative', width: 2 };
  const mark: Shape[] = [
    ...(place >= first ? [line] : []),
    {
      kind: 'text',
      at: [FRAME.left + FRAME.width, FRAME.top - 12],
      text: words,
      anchor: 'end',
    },
  ];
  const inside = single.map(([x, loss]): Place => [x, loss >= up[0] && loss <= up[1] ? loss : Number.NaN]);
  const lowest = steps.reduce((one, other) => (other.smoothedLoss < one.smoothedLoss ? other : one));
  return Object.freeze({
    width: FRAME.left + FRAME.width + 24,
    height: FRAME.top + FRAME.height + 50,
    title: 'The loss by the learning rate',
    description: `The smoothed loss is lowest, ${shortNumber(lowest.smoothedLoss)}, at ${shortNumber(lowest.learningRate)}; ${words}.`,
    shapes: [...drawn.shapes, ...drawn.line(inside, 'faint'), ...drawn.line(smoothed, 'positive'), ...mark],
  });
}

/** The power of ten that a rate is. */
function power(rate: number): number {
  return log(rate) / log(10);
}

function checkSweep(sweep: LearningRateSweep): LearningRateSweep {
  const { steps, suggested } = readable<LearningRateSweep>(sweep);
  const fits =
    isList(steps) &&
    steps.length > 0 &&
    Array.from<unknown>(steps).every(isStep) &&
    (suggested === undefined || isRate(suggested));
  if (fits) return sweep;
  throw new ArgumentError(wording('sweep', 'what learningRateSweep returned', describe(sweep)));
}

function isStep(given: unknown): boolean {
  const { learningRate, loss, smoothedLoss } = readable<SweepStep>(given);
  return isRate(learningRate) && typeof loss === 'number' && typeof smoothedLoss === 'number';
}

function isRate(given: unknown): boolean {
  return typeof given === 'number' && given > 0;
}
