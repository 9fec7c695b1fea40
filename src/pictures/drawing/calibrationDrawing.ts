import type { Calibration } from '../../measures/calibration.js';
import { numberValue } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { isList, ownField, readable } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import { shortNumber } from '../shortNumber.js';
import type { Drawing, Shape } from './Drawing.js';
import { shareDrawing } from './shareChart.js';

/** The height of the bar of the fullest bin. */
const TALLEST = 0.2;

/**
 * A calibration: how often probabilities come true, bin by bin. Below the dashed line a network is too sure of itself, above it not sure
 * enough. The bars say how many examples each bin has.
 *
 * @param calibration - What `calibration` returned.
 * @returns A drawing.
 * @throws {@link ArgumentError} for anything else.
 *
 * @example
 * ```ts
 * import { calibration } from 'glassbox-nn';
 * import { calibrationDrawing } from 'glassbox-nn/pictures';
 *
 * calibrationDrawing(calibration([0, 1, 1], [0.25, 0.75, 0.75])).description; // => 'The expected calibration error is 0.25.'
 * ```
 */
export function calibrationDrawing(calibration: Calibration): Drawing {
  const given: unknown = ownField(calibration, 'bins');
  if (!isList(given) || given.length === 0) {
    throw new ArgumentError(wording('calibrationDrawing: calibration', 'what calibration returns', describe(calibration)));
  }
  const bins = Array.from(given, (bin, index) => {
    const fields = readable<Record<string, unknown>>(bin);
    const read = (name: string) => numberValue(`calibrationDrawing: bins[${index}].${name}`, fields[name]);
    return {
      from: read('from'),
      to: read('to'),
      count: read('count'),
      probability: read('probability'),
      share: read('share'),
    };
  });
  const error = numberValue('calibrationDrawing: expectedCalibrationError', calibration.expectedCalibrationError);
  const most = bins.reduce((largest, { count }) => Math.max(largest, count), 0);
  return shareDrawing(
    {
      title: 'Calibration',
      description: `The expected calibration error is ${shortNumber(error)}.`,
      heading: 'Share that comes true',
      label: 'probability',
      note: `expected error ${shortNumber(error)}`,
    },
    (drawn) => [
      ...bins.map(({ from, to, count }): Shape => {
        const [[left, top], [right, bottom]] = [drawn.at(from, (TALLEST * count) / most), drawn.at(to, 0)];
        const place = { at: [left + 1, top], width: right - left - 2, height: bottom - top } as const;
        return { kind: 'rectangle', ...place, paint: 'faint', tip: `${shortNumber(count)} examples` };
      }),
      { kind: 'line', from: drawn.at(0, 0), to: drawn.at(1, 1), paint: 'soft', dashed: true },
      ...drawn.line(
        bins.map(({ probability, share }) => [probability, share]),
        'positive',
      ),
      ...bins.map(({ probability, share, count }): Shape => {
        const tip = `${shortNumber(probability)} came true ${shortNumber(share)} of ${shortNumber(count)} times`;
        return { kind: 'circle', at: drawn.at(probability, share), radius: 4, paint: 'positive', edge: 'paper', tip };
      }),
    ],
  );
}
