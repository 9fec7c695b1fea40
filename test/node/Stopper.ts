// Signals that come at a moment which is chosen before: when the signal is looked at, when threads are asked or answer, and others.
import { Worker } from 'node:worker_threads';
import type { AbortSignalLike } from 'glassbox-nn';

/** What a signal can come with; `time` is a timer of the test's own. */
export const MOMENTS = ['look', 'batch', 'epoch', 'turn', 'answer', 'save', 'saved', 'time'] as const;
export type Moment = (typeof MOMENTS)[number];

/** What a signal that comes in time says. */
export const STOPPED = 'stopped';

/** Hears of everything that a signal can come with, and gives it at one of them. */
export class Stopper {
  readonly controller = new AbortController();
  readonly counts: Record<Moment, number> = { look: 0, batch: 0, epoch: 0, turn: 0, answer: 0, save: 0, saved: 0, time: 0 };
  readonly moment: Moment | undefined;
  readonly number: number;

  constructor(moment?: Moment, number = 0) {
    this.moment = moment;
    this.number = number;
  }

  hear(moment: Moment): void {
    this.counts[moment] += 1;
    if (moment === this.moment && this.counts[moment] === this.number) this.controller.abort(STOPPED);
  }

  /** The signal, which hears when it is looked at. */
  get signal(): AbortSignalLike {
    const { signal } = this.controller;
    const look = () => this.hear('look');
    return {
      get aborted() {
        look();
        return signal.aborted;
      },
      reason: STOPPED,
      // For what waits and cannot look.
      ...{
        addEventListener: signal.addEventListener.bind(signal),
        removeEventListener: signal.removeEventListener.bind(signal),
      },
    };
  }
}

/** Has the stopper of the moment hear what threads are asked and what they answer, until the function that is returned is called. */
export function listen(current: () => Stopper): () => void {
  const { postMessage } = Worker.prototype;
  const heard = new WeakSet<Worker>();
  Worker.prototype.postMessage = function (this: Worker, message: { call?: string }) {
    if (!heard.has(this)) this.prependListener('message', () => current().hear('answer'));
    heard.add(this);
    postMessage.call(this, message);
    if (message.call !== undefined) current().hear('turn');
  };
  return () => {
    Worker.prototype.postMessage = postMessage;
  };
}
