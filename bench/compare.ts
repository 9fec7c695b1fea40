// Lets all sides do one work in turn, so that a busy moment of the machine hits them all, and compares what came of it.
import { amountFor, inUnit, TASTE } from './amounts.js';
import { fileOf, readNumbers } from './given.js';
import { apart, meanLoss } from './judge.js';
import type { Comparison, Outcome, Refusal } from './results.js';
import { type SideProcess, startSide } from './sideProcess.js';
import type { Side } from './sides.js';
import { EPOCH, MANY, type Work } from './works.js';

/** How long it is measured. */
export interface Effort {
  readonly rounds: number;
  /** About how long a run of training may take before it is shortened. */
  readonly seconds: number;
}

/** How long a run of predictions takes. */
const PREDICTING = 0.3;
/** A first try shorter than this says little of a side's pace. */
const TELLING = 0.1;

/** A side at work. */
interface Runner {
  readonly name: string;
  readonly process: SideProcess;
  version: string;
  amount: number;
  readonly values: number[];
}

const UNITS = { training: 's an epoch', one: 'us', many: 'images a second' } as const;

export async function compare(work: Work, sides: readonly Side[], effort: Effort): Promise<Comparison> {
  const refusals: Refusal[] = [];
  let runners: Runner[] = [];
  /** Lets each do something; who fails is out, with the reason. */
  const each = async (act: (runner: Runner) => Promise<string | undefined>) => {
    for (const runner of runners) {
      const why = await act(runner).catch((error: Error) => error.message);
      if (why === undefined) continue;
      refusals.push({ name: runner.name, why });
      runner.process.end();
      runners = runners.filter((other) => other !== runner);
    }
  };

  for (const side of sides) {
    if (side.joins?.(work) === false) continue;
    try {
      runners.push({ name: side.name, process: startSide(side), version: '', amount: 0, values: [] });
    } catch (error) {
      refusals.push({ name: side.name, why: (error as Error).message });
    }
  }
  await each(async (runner) => {
    const { refusal, version = '' } = await runner.process.ask({ do: 'prepare', work });
    runner.version = version;
    return refusal;
  });
  await each((runner) => warmUp(runner, work, effort));
  for (let round = 0; round < effort.rounds; round++) await each((runner) => measured(runner, work));
  const outcomes: Outcome[] = [];
  const reference = runners[0];
  await each(async (runner) => {
    outcomes.push(await outcomeOf(runner, reference, work));
    return undefined;
  });
  for (const { process } of runners) process.end();
  const { id, title, kind } = work;
  const whole = kind === 'one' ? {} : { whole: kind === 'training' ? EPOCH : MANY };
  return { id, title, unit: UNITS[kind], best: kind === 'many' ? 'most' : 'least', ...whole, outcomes, refusals };
}

async function secondsOf(runner: Runner, amount: number): Promise<number> {
  const { seconds = Number.NaN } = await runner.process.ask({ do: 'run', amount });
  return seconds;
}

/** Finds how much the side can do in the time, and lets it do that once, so that its code is compiled. */
async function warmUp(runner: Runner, work: Work, effort: Effort): Promise<undefined> {
  const wanted = work.kind === 'training' ? effort.seconds : PREDICTING;
  let amount = TASTE[work.kind];
  let seconds = await secondsOf(runner, amount);
  while (seconds < TELLING && amount < amountFor(work, seconds / amount, wanted)) {
    amount = Math.min(amount * 10, amountFor(work, seconds / amount, wanted));
    seconds = await secondsOf(runner, amount);
  }
  // Compiled code may be faster than the tries were, and so have time for more.
  for (
    let fits = amountFor(work, seconds / amount, wanted);
    fits > runner.amount;
    fits = amountFor(work, seconds / fits, wanted)
  ) {
    runner.amount = fits;
    seconds = await secondsOf(runner, fits);
  }
}

async function measured(runner: Runner, work: Work): Promise<undefined> {
  runner.values.push(inUnit(work, runner.amount, await secondsOf(runner, runner.amount)));
}

async function outcomeOf(runner: Runner, reference: Runner, work: Work): Promise<Outcome> {
  const { name, version, amount, values } = runner;
  const got = await resultOf(runner);
  if (work.kind !== 'training') {
    return { name, version, amount, values, apart: apart(got, await resultOf(reference)) };
  }
  const expectedLoss = meanLoss(work, await learntBy(reference, amount));
  return { name, version, amount, values, loss: meanLoss(work, got), expectedLoss };
}

/** The first side's weights after as many images as another side was given. */
async function learntBy(reference: Runner, amount: number): Promise<Float32Array> {
  await secondsOf(reference, amount);
  return resultOf(reference);
}

async function resultOf(runner: Runner): Promise<Float32Array> {
  await runner.process.ask({ do: 'result', file: fileOf('result.f32') });
  return readNumbers('result.f32');
}
