// Many inputs, one after another: as many at a time as a runner takes.
import { checkAnswers, refuseInputs } from './predictorChecks.js';
import { type Runner, VERDICT } from './predictorRunner.js';

/**
 * The outputs of many inputs.
 *
 * @param inputs - [count, inputs]
 * @param out - [count, outputs], overwritten.
 */
export function forwardRows(runner: Runner, inputs: Float32Array, count: number, out: Float32Array): void {
  const width = out.length / count;
  for (let first = 0; first < count; first += runner.rows) {
    const rows = Math.min(runner.rows, count - first);
    runRows(runner, inputs, count, first, rows);
    copyOutputs(out, first * width, runner.outputs(), rows * width);
  }
}

/**
 * The answers to many inputs.
 *
 * @param inputs - [count, inputs]
 * @param width - How many outputs there are.
 * @param out - [count], overwritten.
 */
export function predictRows(runner: Runner, inputs: Float32Array, count: number, width: number, out: Int32Array): void {
  for (let first = 0; first < count; first += runner.rows) {
    const rows = Math.min(runner.rows, count - first);
    const verdict = runRows(runner, inputs, count, first, rows);
    if (verdict === VERDICT.overflow) checkAnswers(runner.outputs(), rows, width, first);
    const answers = runner.answers(rows);
    for (let row = 0; row < rows; row++) out[first + row] = answers[row];
  }
}

/** Runs a part of the inputs. */
function runRows(runner: Runner, inputs: Float32Array, count: number, first: number, rows: number): number {
  const width = inputs.length / count;
  const start = inputs.byteOffset + first * width * 4;
  const part = rows === count ? inputs : new Float32Array(inputs.buffer, start, rows * width);
  const verdict = runner.run(part, rows);
  if (verdict === VERDICT.badInput) refuseInputs('inputs', inputs);
  return verdict;
}

/** out[start + i] = outputs[i] for the first `length` of them: without making a view, as `set` would need. */
export function copyOutputs(out: Float32Array, start: number, outputs: Float32Array, length: number): void {
  for (let i = 0; i < length; i++) out[start + i] = outputs[i];
}
