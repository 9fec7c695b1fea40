// Stops trainings by threads at every kind of moment, works on with the same data and threads, goes on from where they stood, and
// looks at what comes of them.
import { evaluate, evaluateAsync, type FitOptions, fit, type Network, Random, sgd, type Threads, train } from 'glassbox-nn';
import { checkpointIn } from 'glassbox-nn/formats';
import { nodeThreads } from 'glassbox-nn/node';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { listen, MOMENTS, type Moment, STOPPED, Stopper } from './Stopper.js';
import { type Work, works } from './stopWorks.js';

/** What was seen. */
export interface Stops {
  /** How many trainings were stopped, by what stopped them. */
  readonly stopped: Readonly<Record<Moment, number>>;
  /** How many came to their end, after one stop or several. */
  readonly ended: number;
  /** What was not as it should be, in words. */
  readonly faults: readonly string[];
}

/** Milliseconds after which a promise is taken for one that never settles. */
const NEVER = 60_000;

/** One training is stopped so many times at most. */
const STOPS_OF_ONE = 4;

/** How often works are chosen: the last one takes longest. */
const CHOICES = [0, 0, 0, 0, 1, 1, 1, 1, 2];

const optimizer = sgd({ learningRate: 0.2, momentum: 0.9 });

/** The stopper of the training that runs. */
let current = new Stopper();

const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** What a promise comes to, or words if it never does. */
async function outcome<Value>(promise: Promise<Value>): Promise<Value | string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const never = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('never settled'), NEVER);
  });
  try {
    return await Promise.race([
      promise.catch((reason) => (reason instanceof Error ? `${reason.stack}` : String(reason))),
      never,
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/** A place that takes its time to save, and tells the stopper when. */
function slowPlace() {
  let saved: Uint8Array | undefined;
  return {
    load: async () => saved,
    save: async (bytes: Uint8Array) => {
      current.hear('save');
      await later(0);
      saved = bytes;
      current.hear('saved');
    },
  };
}

/** How a work is trained, beside what it says itself. */
interface How {
  readonly work: Work;
  /** Whether every step is looked at. */
  readonly watched: boolean;
  /** How often it is saved; after every epoch where left undefined. */
  readonly everySteps: number | undefined;
  readonly threads: Threads;
}

/** Trains under a stopper. Returns the history, or what stopped it in words. */
function run(
  { work, watched, everySteps, threads }: How,
  network: Network,
  place: ReturnType<typeof slowPlace>,
  stopper: Stopper,
) {
  const { data, validationData, batchSize, epochs } = work;
  current = stopper;
  const options: FitOptions = {
    optimizer,
    validationData,
    batchSize,
    epochs,
    threads,
    checkpoint: checkpointIn(place, everySteps === undefined ? { everyEpochs: 1 } : { everySteps }),
    signal: stopper.signal,
    onEpoch: () => stopper.hear('epoch'),
    ...(watched && { onBatch: () => stopper.hear('batch') }),
  };
  return outcome(fit(network, data, options));
}

/** Stops trainings, and writes down what it sees. */
class Trial {
  readonly random: Random;
  readonly works = works();
  readonly teams = [1, 2, 3, 4].map((count) => nodeThreads(count, { leastWork: 0 }));
  readonly stopped = { ...new Stopper().counts };
  /** How often each kind was tried. */
  readonly given = { ...new Stopper().counts };
  readonly faults: string[] = [];
  ended = 0;
  /** How often there is something to hear in a training that nothing stops. */
  readonly known = new Map<string, Stopper['counts']>();

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.random.integer(items.length)] as Item;
  }

  /** Expects something of what is called so. */
  expect(name: string, got: unknown, expected: unknown): void {
    if (got !== expected) this.faults.push(`${name}: expected ${expected}, got ${got}`);
  }

  /** Counts what there is to hear in a training that nothing stops. */
  async countsOf(how: How): Promise<Stopper['counts']> {
    const name = [how.work.name, how.watched, how.everySteps, how.threads.count].join(' ');
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const stopper = new Stopper();
    await run(how, how.work.network(), slowPlace(), stopper);
    this.known.set(name, stopper.counts);
    return stopper.counts;
  }

  /** A stopper for one of the moments that a training has: the kind that came up least so far. */
  async stopperFor(how: How): Promise<Stopper> {
    const counts = await this.countsOf(how);
    const moments = MOMENTS.filter((name) => name === 'time' || counts[name] > 0);
    const moment = moments.reduce((one, other) => (this.given[other] < this.given[one] ? other : one));
    this.given[moment] += 1;
    return new Stopper(moment, moment === 'time' ? 1 : 1 + this.random.integer(counts[moment]));
  }

  /** Stops a training once or several times, works on after each, and lets it come to its end. */
  async stopOne(): Promise<void> {
    const work = this.works[this.pick(CHOICES)] as Work;
    const how = {
      work,
      watched: this.random.integer(2) === 0,
      everySteps: this.pick([undefined, 1, 3]),
      threads: this.pick(this.teams),
    };
    const name = `${work.name}, ${how.threads.count} threads, watched: ${how.watched}, every ${how.everySteps} steps`;
    const place = slowPlace();
    for (let start = 0; start < STOPS_OF_ONE && this.faults.length === 0; start++) {
      const stopper = await this.stopperFor(how);
      const network = work.network();
      const timer = setTimeout(() => stopper.hear('time'), this.random.uniform(0, 40));
      const came = await run(how, network, place, stopper);
      clearTimeout(timer);
      // It came to its end before.
      if (typeof came !== 'string') break;
      this.expect(`${name}, ${stopper.moment} ${stopper.number}`, came, STOPPED);
      this.stopped[stopper.moment as Moment] += 1;
      current = new Stopper();
      await this.workOn(`${name}, after ${stopper.moment} ${stopper.number}`, how, network);
    }
    const network = work.network();
    const last = await run(how, network, place, new Stopper());
    this.expect(`${name}, in the end`, typeof last === 'string' ? last : hashOfNetwork(network), this.hashOf(work));
    await this.measure(`${name}, in the end`, how, network);
    this.ended += 1;
  }

  /** What comes at once after a stop: nothing, the end of the threads, or an evaluation, which may be stopped as well. */
  async workOn(name: string, how: How, network: Network): Promise<void> {
    const what = this.random.integer(4);
    if (what === 1) how.threads.end();
    if (what === 2) {
      const stopper = new Stopper('look', 1 + this.random.integer(3));
      const { signal } = stopper;
      await outcome(evaluateAsync(network, how.work.validationData, { threads: how.threads, signal }));
    }
    if (what > 1) await this.measure(name, how, network);
  }

  /** Expects of threads what one thread measures. */
  async measure(name: string, { work, threads }: How, network: Network): Promise<void> {
    const seen = await outcome(evaluateAsync(network, work.validationData, { threads }));
    this.expect(name, typeof seen === 'string' ? seen : seen.loss, evaluate(network, work.validationData).loss);
  }

  /** The bits that a work comes to by one thread, in one piece. */
  hashOf({ network: make, data, validationData, batchSize, epochs }: Work): string {
    const network = make();
    train(network, data, { optimizer, validationData, batchSize, epochs });
    return hashOfNetwork(network);
  }
}

/**
 * Stops so many trainings; the first fault ends it.
 *
 * @param stops - How many signals are to come in time.
 * @param seed - Of the moments.
 */
export async function stopMany(stops: number, seed: number): Promise<Stops> {
  const trial = new Trial(seed);
  const { stopped, teams, faults } = trial;
  const silence = listen(() => current);
  try {
    while (faults.length === 0 && Object.values(stopped).reduce((sum, count) => sum + count) < stops) await trial.stopOne();
  } finally {
    silence();
    for (const threads of teams) threads.end();
  }
  return { stopped, ended: trial.ended, faults };
}
