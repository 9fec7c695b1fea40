// Evaluators: what a network answers to examples, and what each answer costs. In plain JavaScript, the reference.
import { checkInputs } from '../data/checkDataset.js';
import type { Dataset } from '../data/Dataset.js';
import { checkOutputs, fillTrace, type Trace, traceFor } from '../model/forward.js';
import type { Network } from '../model/Network.js';
import { checkFinite } from '../support/checks.js';
import type { Loss } from './losses/loss.js';
import { namedParameters } from './parameters.js';
import { answer, cost } from './TrainingStep.js';

/** Costs and answers of some examples, in their order. */
export interface EvaluatedExamples {
  /** The cost of each. */
  readonly costs: ArrayLike<number>;
  /** The class the network answered to each. */
  readonly answers: ArrayLike<number>;
}

/** The evaluation of one network on one data set, any number of examples at a time. */
export interface Evaluator {
  /**
   * Has threads do some more of the work, unless the results of the examples before `end` are known. It is called, and what it returns
   * is awaited, until it returns undefined; then `evaluate` only returns what the threads found.
   */
  workAhead?(end: number): Promise<void> | undefined;
  /**
   * Examples `start` up to, and not including, `end`. What it returns is overwritten by the next call.
   *
   * @param out - Where the outputs for the examples are written, among those for all: [count, outputs]; nowhere if left out.
   * @throws {@link NumericError} if an output is NaN.
   */
  evaluate(start: number, end: number, out?: Float32Array): EvaluatedExamples;
  /** Frees what it holds. */
  release(): void;
}

/** An evaluator on the network's own arrays. */
export class PlainEvaluator implements Evaluator {
  readonly network: Network;
  readonly data: Dataset;
  readonly loss: Loss;
  readonly trace: Trace;
  readonly target: Float32Array;

  /** @throws {@link NumericError} if a weight, bias or input is not finite. */
  constructor(network: Network, data: Dataset, loss: Loss) {
    checkFinite(namedParameters(network.layers), 'before evaluating');
    checkInputs(data);
    this.network = network;
    this.data = data;
    this.loss = loss;
    this.trace = traceFor(network.layers, new Float32Array(data.width));
    this.target = new Float32Array(network.layers[network.layers.length - 1].outputs);
  }

  evaluate(start: number, end: number, out?: Float32Array): EvaluatedExamples {
    const { network, data, loss, trace, target } = this;
    const { layers } = network;
    const costs = new Float64Array(end - start);
    const answers = new Int32Array(end - start);
    for (let example = start; example < end; example++) {
      data.readInput(trace.input, example);
      data.readTarget(target, example);
      const outputs = fillTrace(layers, trace);
      checkOutputs(outputs);
      out?.set(outputs, example * outputs.length);
      costs[example - start] = cost(layers[layers.length - 1], trace.layers[layers.length - 1], target, loss);
      answers[example - start] = answer(outputs);
    }
    return { costs, answers };
  }

  release(): void {}
}
