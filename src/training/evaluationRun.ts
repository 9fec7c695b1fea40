// The course of an evaluation, portion by portion.
import type { Dataset } from '../data/Dataset.js';
import { answer } from '../learning/answer.js';
import { costOf } from '../learning/backward.js';
import type { Loss } from '../learning/losses/loss.js';
import { checkOutputs, fillTrace, type LayerTrace, traceFor } from '../model/forward.js';
import type { Layer } from '../model/Layer.js';
import type { Network } from '../model/Network.js';
import { examplesAtATime } from './work.js';

/** What an evaluation counted. */
export interface Evaluated {
  /** Mean cost. */
  readonly loss: number;
  /** Share answered right; undefined where there are no classes. */
  readonly accuracy: number | undefined;
  /** [examples]: the class the network answered, or -1 where there are no classes. */
  readonly answers: Int32Array;
}

/** Evaluates, yielding after each portion so that the caller can give way. */
export function* evaluationRun(network: Network, data: Dataset, loss: Loss): Generator<void, Evaluated, void> {
  const { layers } = network;
  const last = layers.length - 1;
  const { labels, count } = data;
  const trace = traceFor(layers, new Float32Array(data.width));
  const target = new Float32Array(network.sizes.at(-1) as number);
  const answers = new Int32Array(count).fill(-1);
  const portion = examplesAtATime(network);
  let cost = 0;
  let right = 0;
  for (let example = 0; example < count; example++) {
    data.readInput(trace.input, example);
    data.readTarget(target, example);
    const outputs = fillTrace(layers, trace);
    checkOutputs(outputs);
    cost += costOf(layers[last] as Layer, trace.layers[last] as LayerTrace, target, loss);
    if (labels !== undefined) {
      answers[example] = answer(outputs);
      if (answers[example] === labels[example]) right += 1;
    }
    if ((example + 1) % portion === 0) yield;
  }
  return { loss: cost / count, accuracy: labels === undefined ? undefined : right / count, answers };
}
