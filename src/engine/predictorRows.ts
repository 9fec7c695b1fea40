// Predictions of many inputs, as many at a time as a runner takes.
import { giveWay } from '../support/giveWay.js';
import { now } from '../support/platform.js';
import { checkAnswers, refuseInputs } from './predictorChecks.js';
import { type Runner, VERDICT } from './predictorRunner.js';

/** Milliseconds of work between two turns of the event loop. */
const TURN = 3;

/**
 * The outputs of many inputs.
 *
 * @param inputs - [count, inputs]
 * @param out - [count, outputs], overwritten.
 */
export function forwardRows(runner: Runner, inputs: Float32Array, count: number, out: Float32Array): void {
  for (let first = 0; first < count; first += runner.rows) forwardPart(runner, inputs, count, first, out);
}

/** The same, giving way to the event loop every few milliseconds. */
export async function forwardRowsAsync(runner: Runner, inputs: Float32Array, count: number, out: Float32Array): Promise<void> {
  let turnBegan = now();
  for (let first = 0; first < count; first += runner.rows) {
    forwardPart(runner, inputs, count, first, out);
    if (now() - turnBegan < TURN) continue;
    await giveWay();
    turnBegan = now();
  }
}

function forwardPart(runner: Runner, inputs: Float32Array, count: number, first: number, out: Float32Array): void {
  const rows = Math.min(runner.rows, count - first);
  runRows(runner, inputs, count, first, rows);
  copyResults(out, first * runner.outputs, runner.results(), rows * runner.outputs);
}

/**
 * The answers to many inputs.
 *
 * @param inputs - [count, inputs]
 * @param out - [count], overwritten.
 */
export function predictRows(runner: Runner, inputs: Float32Array, count: number, out: Int32Array): void {
  for (let first = 0; first < count; first += runner.rows) {
    const rows = Math.min(runner.rows, count - first);
    const verdict = runRows(runner, inputs, count, first, rows);
    if (verdict === VERDICT.overflow) checkAnswers(runner.results(), rows, runner.outputs, first);
    const answers = runner.answers(rows);
    for (let row = 0; row < rows; row++) out[first + row] = answers[row];
  }
}

/** Runs a part of the inputs. */
function runRows(runner: Runner, inputs: Float32Array, count: number, first: number, rows: number): number {
  const verdict = runner.run(rows === count ? inputs : partOf(inputs, first * runner.inputs, rows * runner.inputs), rows);
  if (verdict === VERDICT.badInput) refuseInputs('inputs', inputs);
  return verdict;
}

function partOf({ buffer, byteOffset }: Float32Array, start: number, length: number): Float32Array {
  return new Float32Array(buffer, byteOffset + start * Float32Array.BYTES_PER_ELEMENT, length);
}

/** out[start + i] = results[i] for the first `length` of them. `set` would need a new view. */
export function copyResults(out: Float32Array, start: number, results: Float32Array, length: number): void {
  for (let i = 0; i < length; i++) out[start + i] = results[i];
}
