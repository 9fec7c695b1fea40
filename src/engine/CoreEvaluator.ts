// The evaluator in the core: it finds the costs and the answers of `PlainEvaluator`, to the bit.
import type { Dataset } from '../data/Dataset.js';
import type { EvaluatedExamples, Evaluator } from '../learning/Evaluator.js';
import type { Loss } from '../learning/losses/loss.js';
import { namedParameters } from '../learning/parameters.js';
import { checkOutputs } from '../model/forward.js';
import type { Network } from '../model/Network.js';
import { checkFinite } from '../support/checks.js';
import { CorePlan } from './CorePlan.js';
import { lease } from './Store.js';

/** Examples that the core takes at a time. */
const BATCH = 128;

/** Evaluates the network as it was when the evaluator was made. */
export class CoreEvaluator implements Evaluator {
  readonly core: CorePlan;

  /** @throws {@link NumericError} if a weight, bias or input is not finite, {@link LimitError} if there is no room for the work. */
  constructor(network: Network, data: Dataset, loss: Loss, threads?: number) {
    checkFinite(namedParameters(network.layers), 'before evaluating');
    const work = { network, data, loss, learning: undefined, batch: BATCH, threads };
    this.core = new CorePlan(work, lease(data, threads !== undefined));
    this.core.setOrder(new Uint32Array(data.count).map((_, index) => index));
    this.core.parameters.enter(network.layers);
  }

  evaluate(start: number, end: number, out?: Float32Array): EvaluatedExamples {
    const costs = new Float64Array(end - start);
    const answers = new Int32Array(end - start);
    const { place, fields } = this.core.placed;
    const capacity = fields.batchCapacity;
    for (let from = start; from < end; from += capacity) {
      const to = Math.min(from + capacity, end);
      this.core.begin().evaluate(place, from, to);
      if (this.core.counted().overflowed) {
        for (let row = 0; row < to - from; row++) checkOutputs(this.core.output(row));
        this.core.clearOverflow();
      }
      const { buffer } = this.core.core.memory;
      costs.set(new Float64Array(buffer, fields.costs, to - from), from - start);
      answers.set(new Int32Array(buffer, fields.answers, to - from), from - start);
      for (let example = from; out && example < to; example++) {
        const output = this.core.output(example - from);
        out.set(output, example * output.length);
      }
    }
    return { costs, answers };
  }

  release(): void {
    this.core.release();
  }
}
