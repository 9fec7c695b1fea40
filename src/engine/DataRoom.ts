// Room in the core's memory for one data set after another, and the plan that reads the last one.
import type { Dataset } from '../data/Dataset.js';
import { CorePlan } from './CorePlan.js';
import type { InputShape, PlacedInputs } from './inputs.js';
import { VISITS } from './kernels.js';
import type { PlanValues } from './planFields.js';
import { labelIsTarget, type Work } from './planPlaces.js';
import { leaseRoom, refill } from './Store.js';

/** There is room for a power of two of examples, and for a multiple of this where there are more. */
const MANY = 1024;

/** A plan for every data set that fits into its room. */
export class DataRoom {
  readonly shape: InputShape;
  readonly core: CorePlan;
  /** The plan's fields with the places of all that a data set can need. */
  readonly fields: PlanValues;

  /**
   * Makes room for data sets such as this one, which is not written yet.
   *
   * @param before - The shape of the room that this one replaces.
   * @throws {@link LimitError} if there is no room for the work.
   */
  constructor(work: Work, { count, width, inputs }: Dataset, before?: InputShape) {
    const needed = count < MANY ? 1 << (32 - Math.clz32(count - 1)) : Math.ceil(count / MANY) * MANY;
    const rows = Math.max(needed, before?.count ?? 0);
    this.shape = { width, count: rows, bytes: Math.max(inputs.BYTES_PER_ELEMENT, before?.bytes ?? 0) };
    const { sizes } = work.network;
    const none = {
      labels: new Int32Array(0),
      targets: new Float32Array(0),
      sampleWeights: new Float32Array(0),
      classes: undefined,
    };
    const data = { ...none, count: rows, width, targetWidth: sizes[sizes.length - 1] };
    this.core = new CorePlan({ ...work, data, batch: rows }, leaseRoom(this.shape, work.threads !== undefined));
    this.fields = this.core.placed.fields;
  }

  /** Whether a data set fits. */
  holds({ count, inputs }: Dataset): boolean {
    return count <= this.shape.count && inputs.BYTES_PER_ELEMENT <= this.shape.bytes;
  }

  /**
   * Writes a data set that fits, whose inputs are finite, in the place of the one before.
   *
   * @param firstExample - The number of its first example, from which the streams of dropout and of augmentation count.
   */
  write(data: Dataset, firstExample: number): void {
    const { core, fields } = this;
    const inputs = refill(core.lease, data);
    const { labels, targets, sampleWeights } = data;
    const { augmenter } = core;
    augmenter?.readFrom(inputs, firstExample);
    core.rewrite({
      ...fields,
      ...(augmenter === undefined ? readingOf(fields, inputs) : {}),
      labels: labels === undefined ? 0 : fields.labels,
      targets: targets === undefined ? 0 : fields.targets,
      labelIsTarget: labelIsTarget(core.work.network, data) ? 1 : 0,
      sampleWeights: sampleWeights === undefined ? 0 : fields.sampleWeights,
      firstExample,
    });
    core.setAnswers(data);
  }
}

/** The fields of a plan that depend on the inputs. Rows of dense inputs lie where lists would, which take more room. */
function readingOf(fields: PlanValues, inputs: PlacedInputs): Partial<PlanValues> {
  if (inputs.starts > 0) return inputs;
  return { ...inputs, batchMask: 0, visits: VISITS.all, batchInputs: fields.batchInputs || fields.inputLists };
}
