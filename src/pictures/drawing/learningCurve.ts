import { orNaN } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { isList, readable } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';
import type { EpochRecord, History, ValidationRecord } from '../../training/records.js';
import { shortNumber } from '../shortNumber.js';
import { chart } from './chart.js';
import type { Drawing, Paint, Place, Shape } from './Drawing.js';
import { rangeOf } from './ticks.js';

/** Lengths of the drawing. */
const PANEL = { width: 300, height: 200, left: 60, top: 46, bottom: 50, gap: 70 };

/**
 * The cost, and where there are classes the accuracy, epoch by epoch. Validation is dashed.
 *
 * @param history - What `train` or `fit` returned, or the records that `onEpoch` was given; one or more.
 * @returns A drawing.
 * @throws {@link ArgumentError} for anything but a history, or an empty one.
 *
 * @example
 * ```ts
 * import { Network, train } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 * import { learningCurve, toSvg } from 'glassbox-nn/pictures';
 *
 * const history = train(new Network([2, 4, 1]), xor(), { epochs: 20 });
 * toSvg(learningCurve(history)).slice(0, 4); // => '<svg'
 * ```
 */
export function learningCurve(history: History): Drawing {
  checkHistory(history);
  const costs = panel(
    0,
    'Cost',
    history,
    ({ loss }) => loss,
    (record) => readable<ValidationRecord>(record.validation).loss,
    shortNumber,
  );
  const withClasses = history.some(({ accuracy }) => accuracy !== undefined);
  const percent = (share: number) => `${shortNumber(share * 100)} %`;
  const accuracies = withClasses
    ? panel(
        1,
        'Accuracy',
        history,
        ({ accuracy }) => accuracy,
        (record) => readable<ValidationRecord>(record.validation).accuracy,
        percent,
      )
    : [];
  const panels = withClasses ? 2 : 1;
  const width = PANEL.left + panels * PANEL.width + (panels - 1) * PANEL.gap + 24;
  const height = PANEL.top + PANEL.height + PANEL.bottom;
  const [first, last] = [history[0], history[history.length - 1]];
  const right =
    last.accuracy === undefined ? '' : ` Accuracy from ${percent(orNaN(first.accuracy))} to ${percent(orNaN(last.accuracy))}.`;
  return Object.freeze({
    width,
    height,
    title: 'Learning curve',
    description: `Cost from ${shortNumber(first.loss)} to ${shortNumber(last.loss)} in ${history.length} epochs.${right}`,
    shapes: [...costs, ...accuracies],
  });
}

function checkHistory(history: History): void {
  const fits = isList(history) && history.length > 0 && Array.from(history).every(isRecord);
  if (!fits) {
    const remedy = 'train and fit return it.';
    throw new ArgumentError(wording('history', 'records of one epoch or more', describe(history), remedy));
  }
}

function isRecord(given: unknown): boolean {
  const { epoch, loss } = readable<EpochRecord>(given);
  return typeof loss === 'number' && Number.isFinite(epoch);
}

type Reading = (record: EpochRecord) => number | undefined;

function panel(
  place: number,
  heading: string,
  history: History,
  training: Reading,
  validation: Reading,
  write: (value: number) => string,
): Shape[] {
  const pointsOf = (read: Reading): Place[] => history.map((record) => [record.epoch, orNaN(read(record))]);
  const lines = [pointsOf(training), pointsOf(validation)] as const;
  const values = lines.flatMap((points) => points.map(([, value]) => value));
  const left = PANEL.left + place * (PANEL.width + PANEL.gap);
  const first = history.reduce((least, { epoch }) => Math.min(least, epoch), Number.POSITIVE_INFINITY);
  const last = history.reduce((most, { epoch }) => Math.max(most, epoch), Number.NEGATIVE_INFINITY);
  const drawn = chart({
    ...PANEL,
    left,
    across: first === last ? [first - 1, first + 1] : [first, last],
    up: rangeOf(values),
    heading,
    label: 'epoch',
    write,
    whole: true,
  });
  const hasValidation = lines[1].some(([, value]) => !Number.isNaN(value));
  return [
    ...drawn.shapes,
    ...drawn.line(lines[0], 'positive'),
    ...(hasValidation ? [...drawn.line(lines[1], 'ink', true), ...key(left)] : []),
  ];
}

/** The legend of the lines, above the right end of the panel. */
function key(left: number): Shape[] {
  const entry = (text: string, from: number, paint: Paint, dashed: boolean): Shape[] => [
    { kind: 'line', from: [from, PANEL.top - 16], to: [from + 22, PANEL.top - 16], paint, width: 2, dashed },
    { kind: 'text', at: [from + 27, PANEL.top - 12], text, size: 11 },
  ];
  const right = left + PANEL.width;
  return [...entry('training', right - 170, 'positive', false), ...entry('validation', right - 82, 'ink', true)];
}
