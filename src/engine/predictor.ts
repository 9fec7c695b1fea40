// A network made ready to predict: a copy of it that is quick, one input or many at a time.
import { namedParameters } from '../learning/parameters.js';
import { checkNetwork } from '../model/checkNetwork.js';
import { checkOutputs } from '../model/forward.js';
import type { Below, First, Last, Sized, Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';
import { checkFinite } from '../support/checks.js';
import { StateError } from '../support/errors.js';
import type { Numbers } from '../support/numbers.js';
import { readOptions } from '../support/options.js';
import { wording } from '../support/wording.js';
import { backend } from './backend.js';
import { isCustom } from './kernels.js';
import { answersFor, outputsFor, refuseInputs, rowFrom, rowsFrom } from './predictorChecks.js';
import { coreRunner } from './predictorCore.js';
import { copyResults, forwardRows, forwardRowsAsync, predictRows } from './predictorRows.js';
import { type Runner, VERDICT } from './predictorRunner.js';
import { scriptRunner } from './predictorScript.js';
import { readyCore } from './readyCore.js';
import { checkThreads } from './threads/checkThreads.js';
import type { Threads } from './threads/Threads.js';

/** Options of {@link Predictor.forwardBatchAsync}. */
export interface ForwardBatchOptions {
  /** The threads that share the work: `nodeThreads(2)` of `glassbox-nn/node`, or `webThreads(2)` of `glassbox-nn/browser`. */
  readonly threads?: Threads | undefined;
  /** [count, outputs], overwritten; a new array if left out. */
  readonly out?: Float32Array | undefined;
}

/**
 * What {@link predictor} makes of a network. Its functions need no `this`: they can be handed on.
 *
 * @typeParam S - The network's sizes.
 */
export interface Predictor<S extends Sizes = Sizes> {
  /** The network's sizes. */
  readonly sizes: S;

  /**
   * The network's output: the same bits as `network.forward`.
   *
   * @param input - [inputs], finite numbers as the network sees them; a Float32Array is quickest. Not bytes.
   * @param out - [outputs], overwritten; a new array if left out. With it, a call allocates nothing.
   * @returns `out`, or the new array.
   * @throws {@link ShapeError} for too few or too many numbers in `input` or `out`, {@link NumericError} if an input is not finite,
   * and {@link ArgumentError} for bytes, for what is no numbers, and for an `out` that is no Float32Array.
   */
  forward<const X extends Numbers>(input: X & Sized<X, First<S>>, out?: Float32Array): Float32Array;

  /**
   * The index of the largest output: the network's answer, as `network.predict` gives it.
   *
   * @param input - [inputs], as for `forward`.
   * @returns A whole number from 0 to the outputs - 1.
   * @throws As `forward`, {@link StateError} for a network of a single output, which has none to choose, and {@link NumericError}
   * if an output is NaN.
   */
  predict<const X extends Numbers>(input: X & Sized<X, First<S>>): Below<Last<S>>;

  /**
   * The outputs of many inputs, each the same as by `forward`.
   *
   * @param inputs - [count, inputs], row by row.
   * @param count - How many inputs; none give an empty array.
   * @param out - [count, outputs], overwritten; a new array if left out.
   * @returns `out`, or the new array.
   * @throws As `forward`. If an input is not finite, `out` may already hold the outputs of some of those before it.
   */
  forwardBatch<const X extends Numbers>(inputs: X & Sized<X, number>, count: number, out?: Float32Array): Float32Array;

  /**
   * As `forwardBatch`, while everything else goes on: it gives way to the event loop every few milliseconds, or leaves the work to
   * threads.
   *
   * @param inputs - [count, inputs], row by row; to be left as they are until the promise is settled.
   * @param count - How many inputs.
   * @param options - Threads, and where the outputs go.
   * @returns A promise of `options.out`, or of a new array.
   * @throws As `forwardBatch`, and {@link StateError} if a thread dies: the promise is rejected.
   */
  forwardBatchAsync<const X extends Numbers>(
    inputs: X & Sized<X, number>,
    count: number,
    options?: ForwardBatchOptions,
  ): Promise<Float32Array>;

  /**
   * The answers to many inputs, each the same as by `predict`.
   *
   * @param inputs - [count, inputs], row by row.
   * @param count - How many inputs; none give an empty array.
   * @param out - [count], overwritten; a new array if left out.
   * @returns `out`, or the new array.
   * @throws As `predict`, with {@link ArgumentError} for an `out` that is no Int32Array. If an input is not finite or an output
   * is NaN, `out` may already hold some of the answers before it.
   */
  predictBatch<const X extends Numbers>(inputs: X & Sized<X, number>, count: number, out?: Int32Array): Int32Array;
}

/**
 * A snapshot of a network that predicts quickly: its weights are copied into WebAssembly where there is any (see {@link backend}).
 * Later changes of the network do not touch it, and its outputs have the same bits as the network's own. Custom activations
 * are JavaScript functions, so that a network with one predicts in JavaScript throughout.
 *
 * It needs no disposal: a predictor without references is collected like any other value.
 *
 * @typeParam S - The network's sizes.
 * @param network - The network. It is copied, and not kept.
 * @returns The snapshot.
 * @throws {@link ArgumentError} if it is no network, {@link NumericError} if a weight or bias is not finite, and
 * {@link LimitError} if memory cannot hold it.
 *
 * @example
 * ```ts
 * import { Network, predictor } from 'glassbox-nn';
 *
 * const network = new Network([784, 16, 16, 10]);
 * const { forward, predict, predictBatch } = predictor(network);
 * const image = new Float32Array(784).fill(0.5);
 * forward(image).join() === network.forward(image).join(); // => true
 * predict(image) === network.predict(image); // => true
 * predictBatch(new Float32Array(3 * 784), 3).length; // => 3
 * ```
 */
export function predictor<const S extends Sizes>(network: Network<S>): Predictor<S> {
  checkNetwork(network);
  const { layers, sizes } = network;
  checkFinite(namedParameters(layers), 'before predicting');
  let runner = runnerFor(network);
  const { inputs, outputs } = runner;

  function run(row: Float32Array): number {
    const verdict = runner.run(row, 1);
    if (verdict === VERDICT.badInput) refuseInputs('input', row);
    return verdict;
  }

  return Object.freeze({
    sizes,
    forward(input: Numbers, out?: Float32Array) {
      const row = rowFrom(input, sizes);
      const results = outputsFor(out, outputs);
      run(row);
      copyResults(results, 0, runner.results(), outputs);
      return results;
    },
    predict(input: Numbers) {
      checkChoice('predict', outputs);
      if (run(rowFrom(input, sizes)) === VERDICT.overflow) checkOutputs(runner.results().slice(0, outputs));
      return runner.answers(1)[0] as Below<Last<S>>;
    },
    forwardBatch(values: Numbers, count: number, out?: Float32Array) {
      const rows = rowsFrom(values, count, inputs);
      const results = outputsFor(out, count * outputs);
      forwardRows(runner, rows, count, results);
      return results;
    },
    async forwardBatchAsync(values: Numbers, count: number, options?: ForwardBatchOptions) {
      const given = readOptions('forwardBatchAsync options', options, ['threads', 'out']);
      const threads = checkThreads(given.threads);
      const rows = rowsFrom(values, count, inputs);
      const results = outputsFor(given.out, count * outputs);
      const ready = runner.copy && readyCore(threads);
      if (runner.copy !== undefined && ready !== undefined) {
        await ready;
        runner = runnerFor(runner.copy);
      }
      const shared = runner.resident && threads?.forwardRows(runner.resident, rows, count, results);
      await (shared ?? forwardRowsAsync(runner, rows, count, results));
      return results;
    },
    predictBatch(values: Numbers, count: number, out?: Int32Array) {
      checkChoice('predictBatch', outputs);
      const rows = rowsFrom(values, count, inputs);
      const results = answersFor(out, count);
      predictRows(runner, rows, count, results);
      return results;
    },
  });
}

/** The core's runner, or the one in JavaScript where there is no core or an activation is custom. */
function runnerFor(network: NonNullable<Runner['copy']>): Runner {
  const own = network.layers.some(({ activation }) => isCustom(activation));
  return backend().name === 'webassembly' && !own ? coreRunner(network) : scriptRunner(network);
}

/** Throws for a single output, which has no choice to make. */
function checkChoice(what: string, outputs: number): void {
  if (outputs === 1) {
    const remedy = `Read ${what === 'predict' ? 'forward(input)[0]' : 'forwardBatch(inputs, count)'} and decide by a threshold.`;
    throw new StateError(wording(what, 'two outputs or more to choose from', 'one', remedy));
  }
}
