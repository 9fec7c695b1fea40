// Kills a training at random moments, starts it again each time, and looks at what comes of it in the end.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Random } from 'glassbox-nn';
import { bundleProgram } from '../../scripts/bundleProgram.js';

/** How many times one training is killed, before it is left alone to come to its end. */
const KILLS_OF_ONE = 10;

/** What was seen. */
export interface Kills {
  /** How many processes were killed by SIGKILL before they came to their end. */
  readonly killed: number;
  /** How many of the starts went on from a step after the first. */
  readonly resumed: number;
  /** What came of the training that was never stopped. */
  readonly expected: string;
  /** What came of each that was. */
  readonly ends: readonly string[];
  /** Names of files that were left, but for the checkpoint. */
  readonly left: readonly string[];
}

/** A start of the program, and what it printed so far. */
interface Run {
  readonly child: ChildProcess;
  printed: string;
  readonly ended: Promise<unknown>;
}

function start(program: string, ...path: string[]): Run {
  const child = spawn(process.execPath, [program, ...path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const run: Run = { child, printed: '', ended: once(child, 'close') };
  child.stdout.on('data', (text) => {
    run.printed += String(text);
  });
  return run;
}

const endOf = ({ printed }: Run) => /^end .*$/m.exec(printed)?.[0] ?? `no end, after ${printed}`;
/** At which step it began. */
const stepOf = ({ printed }: Run) => Number(/^step (\d+)$/m.exec(printed)?.[1] ?? 0);
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until a run has taken so many steps, or has ended. */
async function stepsOf(run: Run, count: number): Promise<void> {
  const enough = () => (run.printed.match(/^step /gm) ?? []).length >= count;
  while (!enough() && run.child.exitCode === null) await Promise.race([once(run.child.stdout as Readable, 'data'), run.ended]);
}

/**
 * Kills so many times.
 *
 * @param folder - An empty one, for the checkpoints.
 * @param seed - Of the moments.
 */
export async function killMany(kills: number, folder: string, seed: number): Promise<Kills> {
  const program = bundleProgram(join(import.meta.dirname, 'keptTraining.ts'));
  const random = new Random(seed);
  const whole = start(program);
  await whole.ended;
  const path = join(folder, 'training.checkpoint');
  const calm = start(program, path);
  await calm.ended;
  const ends = [endOf(calm)];
  rmSync(path);
  let killed = 0;
  let resumed = 0;
  while (killed < kills) {
    for (let kill = 0; kill < KILLS_OF_ONE && killed < kills; kill++) {
      const run = start(program, path);
      // Now and then while it starts; mostly in a training, of which several have to share the way to the end.
      if (random.integer(10) > 0) await stepsOf(run, 1 + random.integer(12));
      await later(random.uniform(0, 4));
      run.child.kill('SIGKILL');
      await run.ended;
      if (run.child.signalCode === 'SIGKILL') killed += 1;
      if (stepOf(run) > 1) resumed += 1;
    }
    const last = start(program, path);
    await last.ended;
    ends.push(endOf(last));
    rmSync(path);
  }
  const left = readdirSync(dirname(path));
  return { killed, resumed, expected: endOf(whole), ends, left };
}
