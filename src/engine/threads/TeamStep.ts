// The training step of threads: they do some steps ahead among themselves, and each `update` reports the next of them.
import type { Dataset } from '../../data/Dataset.js';
import type { Step, StepPlan, StepTotals } from '../../learning/Step.js';
import { now } from '../../support/platform.js';
import { CoreStep, type OpenPlans } from '../CoreStep.js';
import { compileCore } from '../core.js';
import { planTurn } from './planTurn.js';
import type { Team, Threads } from './Threads.js';
import { learnTurnSize, type TurnSize } from './TurnSize.js';
import { OUTCOME, type Portion, readPortion, writeTurn } from './turn.js';

/** The steps of a plan by threads over a shared memory. Between turns this thread alone uses the memory. */
export class TeamStep implements Step {
  /** The step of one thread in the same memory: it begins epochs, writes back, reads in, and makes errors. */
  readonly coreStep: CoreStep;
  readonly threads: Threads;
  /** The threads with the core in the plan's memory, and with the module that augments, if there is augmentation. */
  memory: object | undefined;
  team: Team | undefined;
  augmenting: Team | undefined;
  readonly batch: number;
  /** Whether the caller looks at the network after every step. */
  readonly watched: boolean;
  readonly turnSize: TurnSize = { amount: 1 };
  /** The portions of the last turn, and how many of them have been reported. */
  turn: readonly Portion[] = [];
  reported = 0;
  /** How many examples the order has, and where in it the next turn begins. */
  count = 0;
  next = 0;
  /** Whether threads may write in the memory: in a turn, and ever after one died in it. */
  writing = false;

  /**
   * @param batch - Examples of a batch.
   * @param options - Whether the network's arrays must be current after every step, and how its plans are opened.
   * @throws As {@link CoreStep}.
   */
  constructor(
    plan: StepPlan,
    batch: number,
    threads: Threads,
    { watched, open }: { watched: boolean; open?: OpenPlans | undefined },
  ) {
    this.coreStep = new CoreStep(plan, batch, threads.count, open);
    this.threads = threads;
    this.batch = batch;
    this.watched = watched;
    this.openMemory();
  }

  /** Has the threads open the memory of the plan, unless they have; new ones where they have ended. */
  openMemory(): void {
    const { core } = this.coreStep;
    const { memory } = core.core;
    if (this.memory === memory && !this.team?.hasEnded()) return;
    this.closeMemory();
    this.memory = memory;
    this.team = this.threads.open(compileCore(true), memory);
    this.augmenting = core.augmenter && this.threads.open(core.augmenter.module, memory);
  }

  closeMemory(): void {
    this.team?.close();
    this.augmenting?.close();
  }

  get steps(): number {
    return this.coreStep.steps;
  }

  get isAhead(): boolean {
    return this.writing || this.turn.some(({ share }, index) => index >= this.reported && share > 0);
  }

  useData(data: Dataset, firstExample?: number): void {
    this.coreStep.useData(data, firstExample);
  }

  beginEpoch(epoch: number, order: Uint32Array, progress?: number, from = 0): void {
    this.coreStep.beginEpoch(epoch, order, progress);
    this.openMemory();
    this.turn = [];
    this.reported = 0;
    this.count = order.length;
    this.next = from;
  }

  /** Has the threads work on, unless the totals of the next step are known. */
  workAhead(rateAt: (step: number) => number): Promise<void> | undefined {
    const { coreStep, batch, count, next, watched } = this;
    const { plan, core } = coreStep;
    const { amount } = this.turnSize;
    if (this.isAhead) return undefined;
    const started = now();
    core.begin();
    const room = core.augmenter?.placed.slots ?? count;
    this.turn = planTurn(plan, { batch, count, next, steps: this.steps, amount, watched, room, rateAt });
    this.next = this.turn.at(-1)?.to ?? next;
    this.reported = 0;
    writeTurn(core, this.turn);
    coreStep.ahead = true;
    this.writing = true;
    return this.takeTurn().then(() => {
      this.writing = false;
      learnTurnSize(this.turnSize, this.turn.length, now() - started);
    });
  }

  /** Has the threads do the turn that is written down. */
  async takeTurn(): Promise<void> {
    const { turn, augmenting } = this;
    const { core } = this.coreStep;
    const { augmenter } = core;
    if (augmenter && augmenting) {
      augmenter.aim(turn[0].from, this.next);
      // All threads finish before any goes on, since each uses images that others have changed.
      await augmenting.call('augment', augmenter.placed.place);
    }
    await this.team?.call('takeTurn', core.placed.place);
  }

  /** Nothing to do: the threads have. */
  addExamples(): void {}

  update(learningRate: number): StepTotals {
    const { coreStep, turn } = this;
    coreStep.steps += 1;
    while (turn[this.reported].share === 0) this.reported += 1;
    const { cost, right, outcome } = readPortion(coreStep.core, this.reported);
    this.reported += 1;
    if (outcome === OUTCOME.done) return { cost, right };
    try {
      if (outcome === OUTCOME.updateOverflowed) coreStep.putBack(learningRate);
      throw coreStep.sumsDiverged(learningRate, cost);
    } finally {
      // The steps after this one were not begun.
      this.turn = [];
      coreStep.dropBatch();
    }
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
    this.closeMemory();
    if (this.writing) this.coreStep.plans.abandon();
    else this.coreStep.release();
  }
}
