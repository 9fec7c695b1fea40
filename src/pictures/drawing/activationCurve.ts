import type { LayerActivation } from '../../model/activations/activation.js';
import { checkActivation } from '../../model/activations/checkActivation.js';
import { numberWhere } from '../../support/checks.js';
import { ArgumentError, OutOfRangeError } from '../../support/errors.js';
import { readOptions } from '../../support/options.js';
import { wording } from '../../support/wording.js';
import { shortNumber } from '../shortNumber.js';
import { chart, tangent } from './chart.js';
import type { Drawing, Place, Shape } from './Drawing.js';
import { rangeOf } from './ticks.js';

/** Options of {@link activationCurve}. */
export interface ActivationCurveOptions {
  /** A weighted sum to mark, with the tangent there. */
  readonly at?: number | undefined;
  /** The smallest weighted sum; -6 if left out. */
  readonly from?: number | undefined;
  /** The largest weighted sum; 6 if left out. */
  readonly to?: number | undefined;
}

/** Points of a curve. */
const POINTS = 241;

/** Lengths of the drawing. */
const FRAME = { left: 60, top: 46, width: 380, height: 220 };

/**
 * The curve of an activation, over weighted sums. A point may be marked, with its tangent.
 *
 * @param activation - An activation of single neurons: not softmax.
 * @param options - `at`, `from`, `to`.
 * @returns A drawing.
 * @throws {@link ArgumentError} for anything but an activation, and for softmax; {@link OutOfRangeError} for an empty range.
 *
 * @example
 * ```ts
 * import { sigmoid } from 'glassbox-nn';
 * import { activationCurve } from 'glassbox-nn/pictures';
 *
 * activationCurve(sigmoid, { at: 0 }).description; // => 'sigmoid(0) = 0.5, with a slope of 0.25.'
 * ```
 */
export function activationCurve(activation: LayerActivation, options?: ActivationCurveOptions): Drawing {
  checkActivation('activation', activation);
  if (activation.kind === 'vector') {
    const remedy = 'Softmax turns a whole layer into shares, and has no curve of its own.';
    throw new ArgumentError(wording('activation', 'one that squishes each weighted sum by itself', activation.name, remedy));
  }
  const given = readOptions('activationCurve options', options, ['at', 'from', 'to']);
  const finite = (name: 'at' | 'from' | 'to', value: number) =>
    numberWhere(`activationCurve: ${name}`, value, 'a finite number', () => true);
  const [from, to] = [finite('from', given.from ?? -6), finite('to', given.to ?? 6)];
  if (from >= to) throw new OutOfRangeError(wording('activationCurve: from', 'a number below to', `${from} and ${to}`));
  const points = Array.from({ length: POINTS }, (_, index): Place => {
    const sum = from + ((to - from) * index) / (POINTS - 1);
    return [sum, activation(sum)];
  });
  const up = rangeOf(points.map(([, value]) => value));
  const plan = {
    ...FRAME,
    across: [from, to],
    up,
    heading: activation.name,
    label: 'weighted sum',
    write: shortNumber,
    whole: false,
  } as const;
  const drawn = chart(plan);
  const shapes: Shape[] = [...drawn.shapes, ...drawn.line(points, 'positive')];
  const { at } = given;
  const words = { title: `The activation ${activation.name}`, description: `From ${shortNumber(from)} to ${shortNumber(to)}.` };
  if (at !== undefined) {
    const place: Place = [finite('at', at), activation(at)];
    const slope = activation.derivative(...place);
    const [first, second] = tangent(plan, place, slope);
    const value = `${activation.name}(${shortNumber(at)}) = ${shortNumber(place[1])}`;
    words.description = `${value}, with a slope of ${shortNumber(slope)}.`;
    const text = `${value}, slope ${shortNumber(slope)}`;
    shapes.push(
      { kind: 'line', from: drawn.at(...first), to: drawn.at(...second), paint: 'negative', width: 2 },
      { kind: 'circle', at: drawn.at(...place), radius: 5, paint: 'paper', edge: 'ink' },
      { kind: 'text', at: [FRAME.left + FRAME.width, FRAME.top - 12], text, anchor: 'end' },
    );
  }
  const [width, height] = [FRAME.left + FRAME.width + 24, FRAME.top + FRAME.height + 50];
  return Object.freeze({ width, height, ...words, shapes });
}
