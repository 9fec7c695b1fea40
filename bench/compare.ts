// Lets all sides do one work in turn, so that a busy moment of the machine hits them all, and compares what came of it.
import { apart, meanLoss } from './meanLoss.js';
import type { Comparison, Outcome, Refusal } from './results.js';
import { type Effort, measure, prepare, type Runner, resultOf, run, startRunner, warmUp } from './runner.js';
import type { Side } from './sides.js';
import { EPOCH, MANY, type Work } from './works.js';

const UNITS = { training: 's an epoch', one: 'us', many: 'images a second' } as const;

/** Compares the sides; the first one that can do the work is what the others are compared with. */
export async function compare(work: Work, sides: readonly Side[], effort: Effort): Promise<Comparison> {
  const refusals: Refusal[] = [];
  let runners: Runner[] = [];
  for (const side of sides) {
    if (side.joins?.(work) === false) continue;
    try {
      runners.push(startRunner(side));
    } catch (error) {
      refusals.push({ name: side.name, why: (error as Error).message });
    }
  }
  /** Lets each do something; one that fails, or returns a reason not to, is out. */
  const each = async (act: (runner: Runner) => Promise<string | undefined>) => {
    for (const runner of runners) {
      const why = await act(runner).catch((error: Error) => error.message);
      if (why === undefined) continue;
      refusals.push({ name: runner.name, why });
      runner.process.end();
      runners = runners.filter((other) => other !== runner);
    }
  };

  await each((runner) => prepare(runner, work));
  await each((runner) => warmUp(runner, work, effort));
  for (let round = 0; round < effort.rounds; round++) await each((runner) => measure(runner, work));
  const outcomes: Outcome[] = [];
  const [reference] = runners;
  await each(async (runner) => {
    outcomes.push(await outcomeOf(runner, reference, work));
    return undefined;
  });
  for (const { process } of runners) process.end();
  const { id, title, kind } = work;
  const whole = kind === 'one' ? {} : { whole: kind === 'training' ? EPOCH : MANY };
  return { id, title, unit: UNITS[kind], best: kind === 'many' ? 'most' : 'least', ...whole, outcomes, refusals };
}

/** What a side came to, beside what the reference comes to with as much. */
async function outcomeOf(runner: Runner, reference: Runner, work: Work): Promise<Outcome> {
  const { name, version, amount, values } = runner;
  const got = await resultOf(runner);
  if (work.kind !== 'training') return { name, version, amount, values, apart: apart(got, await resultOf(reference)) };
  await run(reference, amount);
  const expectedLoss = meanLoss(work, await resultOf(reference));
  return { name, version, amount, values, loss: meanLoss(work, got), expectedLoss };
}
