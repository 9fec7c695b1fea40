import { functionValue, wholeNumber } from '../../support/checks.js';
import { ArgumentError } from '../../support/errors.js';
import { isList, ownField } from '../../support/views.js';
import { wording } from '../../support/wording.js';
import { makeSchedule } from './makeSchedule.js';
import type { Schedule } from './schedule.js';

/** A part of {@link inTurn}: a schedule that has an end, or a pair of a schedule and its steps. */
export type ScheduleTurn = Schedule | readonly [schedule: Schedule, steps: number];

/**
 * Schedules one after the other. Each counts its own steps from 0, and the last one goes on for as long as training does.
 *
 * @param turns - Schedules that have an end, as {@link warmup}, {@link cosineDecay} and {@link exponentialDecay} do, or pairs
 * of a schedule and its steps. The last one needs none.
 * @returns A schedule, of as many steps as its parts together if all have an end.
 * @throws {@link ArgumentError} for anything but a schedule, and for one before the last without steps; {@link OutOfRangeError} for fewer than
 * 1 step.
 *
 * @example
 * ```ts
 * import { constantRate, inTurn, warmup } from 'glassbox-nn';
 *
 * const schedule = inTurn(warmup({ to: 0.5, steps: 2 }), [constantRate(0.25), 3], (step) => 0.1 / (1 + step));
 * [0, 1, 2, 3, 4, 5, 6].map(schedule); // => [ 0.25, 0.5, 0.25, 0.25, 0.25, 0.1, 0.05 ]
 * ```
 */
export function inTurn(...turns: readonly ScheduleTurn[]): Schedule {
  if (turns.length === 0) throw new ArgumentError(wording('inTurn', 'schedules', 'none'));
  let end = 0;
  const parts = turns.map((turn, index) => {
    const [schedule, given] = isPair(turn) ? turn : [turn, ownField(turn, 'steps')];
    const what = `inTurn: schedule ${index}`;
    functionValue(what, schedule, 'a schedule, or a pair of a schedule and its steps');
    const start = end;
    end += stepsOfTurn(what, given, index === turns.length - 1);
    return { schedule, start };
  });
  const rate = (step: number) => {
    let last = parts.length - 1;
    while (step < parts[last].start) last -= 1;
    return parts[last].schedule(step - parts[last].start);
  };
  return makeSchedule('inTurn', rate, end === Number.POSITIVE_INFINITY ? undefined : end);
}

function isPair(turn: ScheduleTurn): turn is readonly [Schedule, number] {
  return isList(turn);
}

function stepsOfTurn(what: string, steps: unknown, isLast: boolean): number {
  if (steps !== undefined) return wholeNumber(`${what}: steps`, steps, 1);
  if (isLast) return Number.POSITIVE_INFINITY;
  throw new ArgumentError(wording(what, 'a schedule with steps', 'one without', 'Give a pair: [constantRate(0.1), 500].'));
}
