// Makes the built-in schedules.
import { numberWhere } from '../../support/checks.js';
import { withFields } from '../../support/views.js';
import type { Schedule } from './schedule.js';

/** The schedule of a formula; it checks its argument. `steps` is left out where it has no end. */
export function makeSchedule(name: string, rate: (step: number) => number, steps?: number): Schedule {
  const schedule = (step: number) => rate(numberWhere(`${name}: step`, step, 'a number from 0', (value) => value >= 0));
  return withFields(schedule, { name, ...(steps !== undefined && { steps }) });
}
