// The loop of an evaluation: portions of examples. `evaluate`, `evaluateAsync` and validation run this one.
import type { Dataset } from '../data/Dataset.js';
import { accuracyOf } from '../data/examples.js';
import { evaluatorFor, examplesAtATime } from '../engine/backend.js';
import type { Threads } from '../engine/threads/Threads.js';
import type { Loss } from '../learning/losses/loss.js';
import type { Measure } from '../measures/Measure.js';
import type { Network } from '../model/Network.js';
import { numberValue } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { isHollow, isList, ownField, readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';

/** The results of an evaluation. */
export interface Evaluated {
  /** Mean cost, each times the weight of its example. */
  readonly loss: number;
  /** Share answered right, by weight, from 0 to 1; undefined where there are no classes. */
  readonly accuracy: number | undefined;
  /** [examples]: the class that the network answers, or -1 where there are no classes. */
  readonly answers: Int32Array;
  /** [examples, outputs], where measures are given, if only an empty list. */
  readonly outputs: Float32Array | undefined;
  /** The values of the measures, by name. */
  readonly measures: Readonly<Record<string, number>> | undefined;
}

/**
 * Evaluates, yielding after each portion so that the caller can give way.
 *
 * @param threads - Threads that share the work. The caller must then await the promises that are yielded.
 * @param measures - Checked by `readMeasures`; the outputs are kept for them.
 */
export function* evaluationRun(
  network: Network,
  data: Dataset,
  loss: Loss,
  threads?: Threads,
  measures?: readonly Measure[],
): Generator<Promise<void> | undefined, Evaluated, void> {
  const { labels, count, sampleWeights } = data;
  const answers = new Int32Array(count).fill(-1);
  const portion = examplesAtATime(network);
  const outputs = measures && outputsFor(network, data);
  const evaluator = evaluatorFor(network, data, loss, threads);
  let cost = 0;
  let right = 0;
  try {
    for (let start = 0; start < count; start += portion) {
      const end = Math.min(start + portion, count);
      for (let until = evaluator.workAhead?.(end); until !== undefined; until = evaluator.workAhead?.(end)) yield until;
      const portionResult = evaluator.evaluate(start, end, outputs);
      for (let example = start; example < end; example++) {
        const weight = sampleWeights?.[example] ?? 1;
        if (weight > 0) cost += weight * portionResult.costs[example - start];
        if (labels === undefined) continue;
        answers[example] = portionResult.answers[example - start];
        if (answers[example] === labels[example]) right += weight;
      }
      yield undefined;
    }
  } finally {
    evaluator.release();
  }
  return {
    loss: cost / count,
    accuracy: accuracyOf(data, right),
    answers,
    outputs,
    measures: measures && outputs && measured(measures, data, outputs),
  };
}

/**
 * The option `measures`, checked, duck-typed: a program without measures has no code for them. They are tried on outputs of 0, so that one
 * that throws does so before anything changes.
 */
export function readMeasures(given: unknown, data: Dataset, network: Network): readonly Measure[] | undefined {
  if (given === undefined) return given;
  const measures = (isList(given) ? Array.from(given) : [given]).map((measure) => checkMeasure(measure, data));
  measured(measures, data, outputsFor(network, data));
  return measures;
}

function checkMeasure(given: unknown, data: Dataset): Measure {
  if (isMeasure(given, data)) return given;
  const got = describe(ownField(given, 'name') ?? given);
  const [truth, known] = data.labels ? ['labels', 'f1'] : ['targets', 'mae'];
  const remedy = typeof given === 'function' ? "Of a function: { name: 'own', better: 'higher', of }." : '';
  throw new ArgumentError(wording('measures', `measures of ${truth} that are imported, as [${known}]`, got, remedy));
}

function isMeasure(given: unknown, data: Dataset): given is Measure {
  const { name, better, truth, of } = readable<Measure>(given);
  const fits = truth === 'labels' || truth === 'targets' ? data[truth] : truth === undefined;
  return typeof name === 'string' && name !== '' && !!better && typeof of === 'function' && !isHollow(of) && !!fits;
}

/** Room for the outputs: [examples, outputs]. */
function outputsFor({ sizes }: Network, { count }: Dataset): Float32Array {
  return new Float32Array(count * sizes[sizes.length - 1]);
}

/** The values of the measures for outputs, [examples, outputs], by their names. */
function measured(measures: readonly Measure[], data: Dataset, outputs: Float32Array): Readonly<Record<string, number>> {
  const { labels, count, targetWidth, sampleWeights } = data;
  const width = outputs.length / count;
  const rows = Array.from({ length: count }, (_, example) => outputs.subarray(example * width, (example + 1) * width));
  const targetOf = (_: unknown, example: number) => {
    const row = new Float32Array(targetWidth);
    data.readTarget(row, example);
    return row;
  };
  return Object.fromEntries(
    measures.map((measure) => {
      const truth = labels && measure.truth !== 'targets' ? labels : rows.map(targetOf);
      return [measure.name, numberValue(`measure ${measure.name}`, measure.of(truth, rows, sampleWeights))];
    }),
  );
}
