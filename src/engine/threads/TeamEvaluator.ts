// The evaluation by threads: they work some examples ahead, and this reports the results of each.
import type { Dataset } from '../../data/Dataset.js';
import type { EvaluatedExamples, Evaluator } from '../../learning/Evaluator.js';
import type { Loss } from '../../learning/losses/loss.js';
import type { Network } from '../../model/Network.js';
import { now } from '../../support/platform.js';
import { CoreEvaluator } from '../CoreEvaluator.js';
import { compileCore } from '../core.js';
import type { Team, Threads } from './Threads.js';
import { learnTurnSize, type TurnSize } from './TurnSize.js';
import { writeTurn } from './turn.js';

/** Multiplications and additions of the first turn. */
const FIRST_WORK = 200_000_000;

/** A turn holds a multiple of what the core takes at a time. */
const AT_A_TIME = 128;

/** The evaluation of a network as it was when this was made. */
export class TeamEvaluator implements Evaluator {
  /** The evaluation by one thread in the same memory: it finds the output that overflowed. */
  readonly coreEvaluator: CoreEvaluator;
  readonly team: Team;
  readonly turnSize: TurnSize;
  /** Examples before this one are evaluated. */
  done = 0;
  /** The end of the last turn in which something was not finite. */
  overflowEnd = 0;
  /** Whether threads may write in the memory: in a turn, and ever after one died in it. */
  writing = false;

  /** @throws As {@link CoreEvaluator}. */
  constructor(network: Network, data: Dataset, loss: Loss, threads: Threads) {
    this.coreEvaluator = new CoreEvaluator(network, data, loss, threads.count);
    this.team = threads.open(compileCore(true), this.coreEvaluator.core.core.memory);
    this.turnSize = { amount: FIRST_WORK / network.parameterCount };
  }

  /** Has the threads work on, unless the results of the examples before `end` are known. */
  workAhead(end: number): Promise<void> | undefined {
    const { done, turnSize } = this;
    const { core } = this.coreEvaluator;
    if (end <= done) return undefined;
    const began = now();
    const amount = Math.max(1, Math.floor(turnSize.amount / AT_A_TIME)) * AT_A_TIME;
    const to = Math.min(done + amount, core.work.data.count);
    core.begin();
    core.clearOverflow();
    writeTurn(core, [{ from: done, to, share: 0, constants: [] }]);
    this.writing = true;
    return this.team.call('evaluateTurn', core.placed.place).then(() => {
      this.writing = false;
      learnTurnSize(turnSize, to - done, now() - began);
      this.done = to;
      if (core.counted().overflowed) this.overflowEnd = to;
    });
  }

  evaluate(start: number, end: number, out?: Float32Array): EvaluatedExamples {
    // The caller's own thread finds the output that overflowed.
    if (start < this.overflowEnd) return this.coreEvaluator.evaluate(start, end, out);
    const { core } = this.coreEvaluator;
    const { buffer } = core.core.memory;
    const { evaluatedCosts, evaluatedAnswers, evaluatedOutputs } = core.placed.fields;
    const { outputs, stride } = core.placed.layers[core.placed.layers.length - 1];
    for (let example = start; out && example < end; example++) {
      out.set(core.floats(evaluatedOutputs + example * stride * 4, outputs), example * outputs);
    }
    return {
      costs: new Float64Array(buffer, evaluatedCosts, this.done).subarray(start, end),
      answers: new Int32Array(buffer, evaluatedAnswers, this.done).subarray(start, end),
    };
  }

  release(): void {
    this.team.close();
    if (this.writing) this.coreEvaluator.core.abandon();
    else this.coreEvaluator.release();
  }
}
