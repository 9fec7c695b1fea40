// The worker's end: does what the page orders, in short turns, and reports no more than the page can draw.
import { fromJson } from 'glassbox-nn/formats';
import { Bulletin } from './Bulletin';
import type { Examples } from './Examples';
import type { Amount, Beginning, FromTrainer, Order, Report, ToTrainer } from './messages';
import { Session } from './Session';
import { Speed } from './Speed';

/** What a trainer needs from where it runs. */
export interface Surroundings {
  readonly post: (message: FromTrainer) => void;
  /** The examples of a training. */
  readonly load: (beginning: Beginning) => Promise<Examples>;
  /** Calls back after so many milliseconds; messages are heard before. */
  readonly later: (callback: () => void, milliseconds: number) => void;
  /** Milliseconds of a clock. */
  readonly now: () => number;
}

/** Orders after which the training stands elsewhere, or goes on otherwise. */
const MOVING: readonly Order['kind'][] = ['run', 'pause', 'rewind', 'reset', 'turned'];

const TURN = 12; // milliseconds of training, after which messages are heard

/** Trains one network at a time; a new beginning ends the one before. */
export class Trainer {
  readonly #around: Surroundings;
  readonly #speed = new Speed();
  #number = 0;
  #heard = 0;
  #session: Session | undefined;
  #bulletin: Bulletin | undefined;
  #ready: Promise<void> = Promise.resolve();
  #goal: Amount | undefined;
  #turning = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Takes a message from the page. */
  async hear({ number, sent, ...order }: ToTrainer): Promise<void> {
    if (order.kind === 'begin') this.#ready = this.#begin(order, number);
    await this.#ready;
    if (number !== this.#number || this.#session === undefined || this.#bulletin === undefined) return;
    this.#heard = sent;
    try {
      this.#obey(order, this.#session, this.#bulletin);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #begin(beginning: Beginning, number: number): Promise<void> {
    this.#number = number;
    this.#session?.close();
    this.#session = undefined;
    this.#goal = undefined;
    const say = (report: Report) => this.#around.post({ number, heard: this.#heard, ...report });
    const warn = (message: string) => say({ kind: 'warning', message });
    try {
      const examples = await this.#around.load(beginning);
      if (number !== this.#number) return;
      this.#session = new Session(fromJson(beginning.network), examples, beginning.training, warn);
      this.#bulletin = new Bulletin(this.#session, say, this.#around.now);
      say({ kind: 'ready', examples: examples.learn.count, heldOut: examples.heldOut.count });
    } catch (error) {
      if (number === this.#number) this.#fail(error);
    }
  }

  #obey(order: Order, session: Session, bulletin: Bulletin): void {
    if (order.kind === 'run') {
      this.#goal = order.amount;
      this.#speed.start(this.#around.now());
      this.#turnSoon();
    } else if (order.kind === 'pause') this.#goal = undefined;
    else if (order.kind === 'speed') this.#speed.stepsASecond = order.stepsASecond;
    else if (order.kind === 'change') session.change(order.training);
    else if (order.kind === 'rewind') session.rewind(order.step);
    else if (order.kind === 'reset') {
      this.#goal = undefined;
      session.reset();
      bulletin.forget();
    } else if (order.kind === 'turned') {
      session.turn(order.turned);
      bulletin.turned = order.count;
    } else if (order.kind === 'look') bulletin.look(order.watching);
    else if (order.kind === 'drawn') bulletin.drawn();
    if (MOVING.includes(order.kind)) this.#report(bulletin);
  }

  #turnSoon(): void {
    if (this.#turning) return;
    this.#turning = true;
    this.#around.later(() => this.#turn(), this.#speed.wait(this.#around.now()));
  }

  #turn(): void {
    this.#turning = false;
    const [session, bulletin] = [this.#session, this.#bulletin];
    if (this.#goal === undefined || session === undefined || bulletin === undefined) return;
    const { now } = this.#around;
    const until = now() + TURN;
    try {
      while (this.#goal !== undefined && now() < until && this.#speed.take(now())) this.#step(session, bulletin);
    } catch (error) {
      this.#fail(error);
    }
    this.#report(bulletin);
    if (this.#goal !== undefined) this.#turnSoon();
  }

  #step(session: Session, bulletin: Bulletin): void {
    bulletin.step(session.next());
    if (this.#goal === 'batch' || (this.#goal === 'epoch' && session.atEnd)) this.#goal = undefined;
    if (session.atEnd) bulletin.epochEnded(this.#goal === undefined);
  }

  #report(bulletin: Bulletin): void {
    bulletin.progress({ running: this.#goal !== undefined, stepsASecond: this.#speed.measure(this.#around.now()) });
  }

  #fail(error: unknown): void {
    this.#goal = undefined;
    this.#around.post({
      number: this.#number,
      heard: this.#heard,
      kind: 'failed',
      message: error instanceof Error ? error.message : String(error),
    });
  }
}
