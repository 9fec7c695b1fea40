// The step of learning by threads: they work some steps ahead among themselves, and this tells what came of each, in turn.
import type { Step, StepPlan, StepTotals } from '../../learning/Step.js';
import { now } from '../../support/platform.js';
import { CoreStep } from '../CoreStep.js';
import { compileCore } from '../core.js';
import { MOST_PORTIONS } from '../planPlaces.js';
import type { Team, Threads } from './Threads.js';
import { learnTurnSize, type TurnSize } from './TurnSize.js';
import { OUTCOME, type Portion, readPortion, writeTurn } from './turn.js';

/** Multiplications and additions of a portion: few enough that a turn which cannot hold a whole batch holds one. */
const PORTION_WORK = 500_000_000;

/** Examples of a portion are a multiple of what the core takes at a time. */
const AT_A_TIME = 128;

/** The steps of a plan, worked out by threads over a shared memory. Between turns the memory is this thread's. */
export class TeamStep implements Step {
  /** The steps of one thread in the same memory: they begin epochs, write back, read in, and say what diverged. */
  readonly coreStep: CoreStep;
  readonly team: Team;
  /** The same threads with the module that changes images, if any are. */
  readonly augmenting: Team | undefined;
  readonly batch: number;
  /** Whether somebody looks after every step. */
  readonly watched: boolean;
  /** Examples of a portion. */
  readonly portion: number;
  readonly turnSize: TurnSize = { amount: 1 };
  /** The portions of the last turn, and how many of them have been told. */
  turn: readonly Portion[] = [];
  told = 0;
  /** Where in the order the next turn begins. */
  next = 0;
  /** Whether threads may write in the memory: during a turn, and for good where one of them died in it. */
  writing = false;

  /**
   * @param batch - Examples of a batch.
   * @param watched - Whether the network's arrays must be current after every step.
   * @throws As {@link CoreStep}.
   */
  constructor(plan: StepPlan, batch: number, threads: Threads, watched: boolean) {
    this.coreStep = new CoreStep(plan, batch, threads.count);
    const { core, augmenter } = this.coreStep;
    this.team = threads.open(compileCore(true), core.core.memory);
    this.augmenting = augmenter && threads.open(augmenter.module, core.core.memory);
    this.batch = batch;
    this.watched = watched;
    const most = Math.floor(PORTION_WORK / plan.network.parameterCount / AT_A_TIME);
    const slots = augmenter?.placed.slots ?? Number.POSITIVE_INFINITY;
    this.portion = Math.min(Math.max(1, most) * AT_A_TIME, slots);
  }

  get steps(): number {
    return this.coreStep.steps;
  }

  get isAhead(): boolean {
    return this.writing || this.turn.some(({ share }, index) => index >= this.told && share > 0);
  }

  beginEpoch(epoch: number, order: Uint32Array, progress?: number, from = 0): void {
    this.coreStep.beginEpoch(epoch, order, progress);
    this.turn = [];
    this.told = 0;
    this.next = from;
  }

  /** Has the threads work on, unless what comes of the next step is known. */
  workAhead(rateAt: (step: number) => number): Promise<void> | undefined {
    const { coreStep } = this;
    if (this.isAhead) return undefined;
    const started = now();
    coreStep.core.begin();
    this.turn = this.planTurn(rateAt);
    this.told = 0;
    writeTurn(coreStep.core, this.turn);
    this.writing = true;
    return this.takeTurn().then(() => {
      this.writing = false;
      learnTurnSize(this.turnSize, this.turn.length, now() - started);
    });
  }

  /** Has the threads do the turn that is written down. */
  async takeTurn(): Promise<void> {
    const { turn, augmenting } = this;
    const { core, augmenter } = this.coreStep;
    if (augmenter && augmenting) {
      augmenter.aim((turn[0] as Portion).from, this.next);
      // By all of them before any goes on, since each works with what others have changed.
      await augmenting.call('augment', augmenter.placed.place);
    }
    await this.team.call('takeTurn', core.placed.place);
  }

  /** The next portions of the epoch. */
  planTurn(rateAt: (step: number) => number): Portion[] {
    const { batch } = this;
    const { plan, augmenter } = this.coreStep;
    const count = plan.data.count;
    const most = Math.min(this.turnSize.amount, MOST_PORTIONS);
    const portions: Portion[] = [];
    const room = this.next + (augmenter?.placed.slots ?? count);
    let step = this.steps;
    let from = this.next;
    while (portions.length < most && from < count) {
      const start = Math.floor(from / batch) * batch;
      const end = Math.min(start + batch, count);
      const to = Math.min(from + this.portion, end);
      if (to > room) break;
      if (to < end) {
        portions.push({ from, to, share: 0, constants: [] });
      } else {
        const learningRate = rateOf(step, rateAt, portions.length === 0);
        if (learningRate === undefined) break;
        step += 1;
        const constants = plan.optimizer.update.rule?.constants({ step, learningRate }) ?? [];
        portions.push({ from, to, share: 1 / (end - start), constants });
      }
      from = to;
      if (this.watched && to === end) break;
    }
    this.next = from;
    return portions;
  }

  /** Nothing to do: the threads have. */
  addExamples(): void {}

  update(learningRate: number): StepTotals {
    const { coreStep, turn } = this;
    coreStep.steps += 1;
    while ((turn[this.told] as Portion).share === 0) this.told += 1;
    const { cost, right, outcome } = readPortion(coreStep.core, this.told);
    this.told += 1;
    if (outcome === OUTCOME.sumsOverflowed) throw coreStep.sumsDiverged(learningRate, cost);
    if (outcome === OUTCOME.updateOverflowed) coreStep.putBack(learningRate);
    return { cost, right };
  }

  /** Leaves the arrays as they are while threads may write in the memory. */
  writeBack(): void {
    if (!this.writing) this.coreStep.writeBack();
  }

  readIn(): void {
    this.coreStep.readIn();
  }

  optimizerState(): Float32Array[] {
    return this.coreStep.optimizerState();
  }

  restoreState(steps: number, state: readonly Float32Array[]): void {
    this.coreStep.restoreState(steps, state);
  }

  release(): void {
    this.team.close();
    this.augmenting?.close();
    if (this.writing) this.coreStep.core.abandon();
    else this.coreStep.release();
  }
}

/** The rate of a step; where it has none and there are steps before it to be done, undefined, and it throws when they are. */
function rateOf(step: number, rateAt: (step: number) => number, isNext: boolean): number | undefined {
  try {
    return rateAt(step);
  } catch (error) {
    if (isNext) throw error;
    return undefined;
  }
}
