// A training of one network on one set of examples, which can be stepped, changed, rewound and begun again. It knows no page.
import { evaluate, mistakes, type Network, type StepRecord, trainSteps } from 'glassbox-nn';
import { fittingLoss } from '../model/fittingLosses';
import { readParameters, writeParameters } from '../model/parameters';
import { losses, optimizers, type TrainingSpec } from '../model/TrainingSpec';
import type { Examples } from './Examples';
import { Moments } from './Moments';
import type { EpochResult, Look, Turned } from './messages';
import { Tally } from './Tally';

const MOST_EPOCHS = 100_000;

/** One training. Between two steps the network's knobs are the truth: what is read is current, what is changed is trained on. */
export class Session {
  readonly network: Network;
  /** Steps taken, and passes over the examples begun. */
  step = 0;
  epoch = 0;
  /** Whether the last step ended a pass. */
  atEnd = false;
  moments: Moments;
  readonly #examples: Examples;
  readonly #warn: (message: string) => void;
  readonly #first: Float32Array;
  readonly #passed = new Tally();
  #training: TrainingSpec;
  #steps: Generator<StepRecord, unknown, void> | undefined;
  #epochsBefore = 0;

  /** @param warn - Called with what looks like a mistake but may be meant. */
  constructor(network: Network, examples: Examples, training: TrainingSpec, warn: (message: string) => void = () => {}) {
    this.#warn = warn;
    this.network = network;
    this.#examples = examples;
    this.#training = training;
    this.#first = readParameters(network);
    this.moments = new Moments(this.#first.length);
    this.#steps = this.#begin(); // so that what cannot be is refused now
    this.#keep();
  }

  /** Takes one step. */
  next(): StepRecord {
    this.moments.cutAfter(this.step);
    this.#steps ??= this.#begin();
    const record = this.#take(this.#steps);
    if (record.batch === 1) this.#passed.clear();
    this.step += 1;
    this.epoch = this.#epochsBefore + record.epoch;
    this.atEnd = record.batch === record.batches;
    this.#passed.add(record, this.#sizeOf(record));
    this.#keep();
    return record;
  }

  /** What the pass that has just ended came to; `measured` also looks at the held-out examples. */
  endOfEpoch(measured: boolean): EpochResult {
    const { loss = 0, accuracy = 0 } = this.#passed.mean();
    return { epoch: this.epoch, step: this.step, loss, accuracy, heldOut: measured ? this.#heldOut() : undefined };
  }

  /** Goes on with other settings; the optimizer's memory begins anew, unless only its rate has changed. */
  change(training: TrainingSpec): void {
    const same = JSON.stringify({ ...training, learningRate: 0 }) === JSON.stringify({ ...this.#training, learningRate: 0 });
    this.#training = training;
    if (!same) this.#stop();
  }

  /** Changes knobs; they are trained on. */
  turn({ places, values }: Turned): void {
    const all = readParameters(this.network);
    places.forEach((place, index) => {
      all[place] = values[index] as number;
    });
    writeParameters(this.network, all);
  }

  /** Back to the last moment that is not after a step. Later ones stay until it learns on. */
  rewind(step: number): void {
    this.#stop();
    const moment = this.moments.at(step);
    writeParameters(this.network, moment.parameters);
    this.step = moment.step;
    this.epoch = moment.epoch;
    this.atEnd = moment.atEnd;
  }

  /** Back to the first knobs and the first step. */
  reset(): void {
    this.#stop();
    writeParameters(this.network, this.#first);
    this.step = 0;
    this.epoch = 0;
    this.atEnd = false;
    this.moments = new Moments(this.#first.length);
    this.#keep();
  }

  /** Ends it, and lets the network go. */
  close(): void {
    this.#stop();
  }

  /** The worst mistakes, and the confusion matrix, on the held-out examples. */
  look(): Look {
    const { heldOut } = this.#examples;
    const { loss, accuracy = 0, confusion = [] } = evaluate(this.network, heldOut, this.#loss());
    const worst = mistakes(this.network, heldOut, { count: 24 });
    return {
      step: this.step,
      loss,
      accuracy,
      confusion,
      mistakes: worst.map(({ input, ...rest }) => ({ ...rest, pixels: input })),
    };
  }

  #begin(): Generator<StepRecord, unknown, void> {
    const { optimizer, batchSize, seed } = this.#training;
    // A pass that was broken off counts once, with the one that begins anew in its place.
    this.#epochsBefore = this.atEnd ? this.epoch : Math.max(0, this.epoch - 1);
    return trainSteps(this.network, this.#examples.learn, {
      ...this.#loss(),
      optimizer: optimizers[optimizer](() => this.#training.learningRate),
      batchSize,
      seed,
      epochs: MOST_EPOCHS,
      onWarning: this.#warn,
    });
  }

  #take(steps: Generator<StepRecord, unknown, void>): StepRecord {
    try {
      const { done, value } = steps.next();
      if (done) throw new Error(`${MOST_EPOCHS} passes over the examples are the most: begin again, or change a setting.`);
      return value as StepRecord;
    } catch (error) {
      this.#stop();
      throw error;
    }
  }

  #stop(): void {
    this.#steps?.return(undefined);
    this.#steps = undefined;
  }

  #loss() {
    const loss = losses[fittingLoss(this.network, this.#training.loss)];
    return loss === undefined ? {} : { loss };
  }

  #heldOut() {
    const { loss, accuracy = 0 } = evaluate(this.network, this.#examples.heldOut, this.#loss());
    return { loss, accuracy };
  }

  #keep(): void {
    this.moments.offer(this.step, () => ({
      epoch: this.epoch,
      atEnd: this.atEnd,
      parameters: readParameters(this.network),
    }));
  }

  #sizeOf({ batch, batches }: StepRecord): number {
    const { batchSize } = this.#training;
    return batch < batches ? batchSize : this.#examples.learn.count - (batches - 1) * batchSize;
  }
}
