// A side at work: how much it is given, and what its runs take.
import { amountFor, inUnit, TASTE } from './amounts.js';
import { fileOf, readNumbers } from './given.js';
import { type SideProcess, startSide } from './sideProcess.js';
import type { Side } from './sides.js';
import type { Work } from './works.js';

/** How long it is measured. */
export interface Effort {
  readonly rounds: number;
  /** About how long a run of training may take before it is shortened. */
  readonly seconds: number;
}

export interface Runner {
  readonly name: string;
  readonly process: SideProcess;
  version: string;
  /** Images or calls of a run. */
  amount: number;
  /** Runs of a round. */
  runs: number;
  /** What each round took, in the unit of the table. */
  readonly values: number[];
}

/** How long a run of predictions takes. */
const PREDICTING = 0.3;
/** A round is as many runs as take so long, and at least one: a single short run would tell more of the machine than of the side. */
const ROUND = 0.4;
/** A first try shorter than this says little of a side's speed. */
const TELLING = 0.1;

/** @throws if the machine has not what the side runs in. */
export function startRunner(side: Side): Runner {
  return { name: side.name, process: startSide(side), version: '', amount: 0, runs: 1, values: [] };
}

/** Hands the work to the side; returns why it cannot do it, if it cannot. */
export async function prepare(runner: Runner, work: Work): Promise<string | undefined> {
  const { refusal, version = '' } = await runner.process.ask({ do: 'prepare', work });
  runner.version = version;
  return refusal;
}

/** One run; how long it took. */
export async function run(runner: Runner, amount: number): Promise<number> {
  const { seconds = Number.NaN } = await runner.process.ask({ do: 'run', amount });
  return seconds;
}

/** Finds how much the side can do in the time, and lets it do that once, so that its code is compiled. */
export async function warmUp(runner: Runner, work: Work, effort: Effort): Promise<undefined> {
  const wanted = work.kind === 'training' ? effort.seconds : PREDICTING;
  const fitting = (amount: number, seconds: number) => amountFor(work, seconds / amount, wanted);
  let amount = TASTE[work.kind];
  let seconds = await run(runner, amount);
  while (seconds < TELLING && amount < fitting(amount, seconds)) {
    amount = Math.min(amount * 10, fitting(amount, seconds));
    seconds = await run(runner, amount);
  }
  // Compiled code may be faster than the tries were, and so have time for more.
  for (let next = fitting(amount, seconds); next > runner.amount; next = fitting(next, seconds)) {
    runner.amount = next;
    seconds = await run(runner, next);
  }
  runner.runs = Math.max(1, Math.round(ROUND / seconds));
}

/** One round. */
export async function measure(runner: Runner, work: Work): Promise<undefined> {
  let seconds = 0;
  for (let i = 0; i < runner.runs; i++) seconds += await run(runner, runner.amount);
  runner.values.push(inUnit(work, runner.amount, seconds / runner.runs));
}

/** What came of the last run. */
export async function resultOf(runner: Runner): Promise<Float32Array> {
  await runner.process.ask({ do: 'result', file: fileOf('result.f32') });
  return readNumbers('result.f32');
}
