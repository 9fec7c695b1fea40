// The plans of a step that takes one data set after another. One plan at a time has the parameters.
import { checkInputs, isPlain } from '../data/checkDataset.js';
import type { Dataset } from '../data/Dataset.js';
import { CorePlan } from './CorePlan.js';
import type { Plans } from './CoreStep.js';
import { DataRoom } from './DataRoom.js';
import type { Work } from './planPlaces.js';
import { isWorthKeeping, lease } from './Store.js';

/** A plan for a large data set, whose inputs are kept with it, and one with room for other data. Each is made when needed. */
export class CorePlans implements Plans {
  readonly work: Work;
  /** The data set whose rows are the batches; undefined where each batch is a data set by itself. */
  rowsOf: Dataset | undefined;
  /** The plan that has the parameters. */
  current: CorePlan;
  kept: CorePlan | undefined;
  room: DataRoom | undefined;

  /** @throws {@link NumericError} if an input is not finite, {@link LimitError} if there is no room for the work. */
  constructor(work: Work, data: Dataset) {
    this.work = work;
    this.rowsOf = data;
    this.current = new CorePlan(work, this.leaseFor(data));
    if (isWorthKeeping(data)) this.kept = this.current;
  }

  /**
   * Takes another data set, between two updates. If it throws, all is as it was.
   *
   * @param firstExample - Where the data are one batch, the number of its first example. Such data are read anew each time.
   * @throws As the constructor.
   */
  use(given: Dataset, firstExample?: number): void {
    if (firstExample === undefined && given === this.rowsOf) return;
    // The core cannot call a custom reader, so all of its examples are read first.
    const data = isPlain(given) ? given : given.slice(0);
    checkInputs(data);
    const { current, kept, room } = this;
    const isKept = firstExample === undefined && isWorthKeeping(data);
    const next = isKept ? this.planFor(data) : this.roomFor(data, firstExample ?? 0);
    // The optimizer state may hold rows of the first layer whose inputs are 0 in this data set.
    next.visitAll();
    this.rowsOf = firstExample === undefined ? given : undefined;
    if (next === current) return;
    next.parameters.takeOver(current.parameters);
    this.current = next;
    for (const plan of [current, kept, room?.core]) if (plan !== this.kept && plan !== this.room?.core) plan?.release();
  }

  /** The plan for a data set whose inputs are kept. */
  planFor(data: Dataset): CorePlan {
    if (this.kept?.work.data !== data) this.kept = new CorePlan({ ...this.work, data }, this.leaseFor(data));
    return this.kept;
  }

  /** The plan that reads from the room, with the data in it. */
  roomFor(data: Dataset, firstExample: number): CorePlan {
    if (!this.room?.holds(data)) this.room = new DataRoom(this.work, data, this.room?.shape);
    const room = this.room;
    room.write(data, firstExample);
    return room.core;
  }

  leaseFor(data: Dataset) {
    return lease(data, this.work.threads !== undefined);
  }

  release(): void {
    for (const plan of [this.current, this.kept, this.room?.core]) plan?.release();
  }

  /** Instead of {@link release}, where a thread may still write. */
  abandon(): void {
    this.current.abandon();
    for (const plan of [this.kept, this.room?.core]) if (plan !== this.current) plan?.release();
  }
}

/** Opens plans for a step that learns from one data set after another. */
export function openPlans(work: Work, data: Dataset): CorePlans {
  return new CorePlans(work, data);
}
