// The page's end of the line to the worker: numbers the trainings, drops what old ones say, and replaces a worker that died.
import type { Beginning, FromTrainer, Order, Report, ToTrainer } from './messages';

/** What a client needs of a worker. */
export interface Line {
  postMessage(message: ToTrainer): void;
  onmessage: ((event: MessageEvent<FromTrainer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

/** Talks with one worker at a time. */
export class TrainerClient {
  readonly #open: () => Line;
  readonly #hear: (report: Report) => void;
  #line: Line | undefined;
  #number = 0;
  #under = false;

  /**
   * @param open - Starts a worker.
   * @param hear - Is told what the present training reports.
   */
  constructor(open: () => Line, hear: (report: Report) => void) {
    this.#open = open;
    this.#hear = hear;
  }

  /** Whether a training is under way: running, or paused. */
  get underWay(): boolean {
    return this.#under;
  }

  /** Begins a new training; the one before is over. */
  begin(beginning: Beginning): void {
    this.#number += 1;
    this.#under = true;
    this.send({ kind: 'begin', ...beginning });
  }

  /** Orders something of the present training; nothing happens where there is none. */
  send(order: Order): void {
    if (!this.#under) return;
    this.#line ??= this.#start();
    this.#line.postMessage({ number: this.#number, ...order });
  }

  /** Ends the present training. */
  end(): void {
    this.send({ kind: 'pause' });
    this.#number += 1;
    this.#under = false;
  }

  #start(): Line {
    const line = this.#open();
    line.onmessage = ({ data: { number, ...report } }) => {
      if (number === this.#number && this.#under) this.#hear(report);
    };
    line.onerror = (event) => {
      event.preventDefault?.();
      line.terminate();
      if (this.#line !== line) return;
      this.#line = undefined;
      this.#under = false;
      this.#hear({
        kind: 'failed',
        message: `The training broke off (${event.message || 'no reason given'}). A fresh one can begin.`,
      });
    };
    return line;
  }
}
