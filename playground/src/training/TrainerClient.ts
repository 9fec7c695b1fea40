// The page's end of the line to the worker: numbers the trainings, drops what old ones say, and replaces a worker that died.
import type { Beginning, FromTrainer, Order, Report, ToTrainer } from './messages';

/** What a client needs of a worker. */
export interface Line {
  postMessage(message: ToTrainer): void;
  onmessage: ((event: { readonly data: FromTrainer }) => void) | null;
  onerror: ((event: { readonly message: string; preventDefault(): void }) => void) | null;
  terminate(): void;
}

/** Talks with one worker at a time. */
export class TrainerClient {
  readonly #open: () => Line;
  readonly #hear: (report: Report, current: boolean) => void;
  #line: Line | undefined;
  #number = 0;
  #under = false;
  #sent = 0;
  /** The last order to run or to rest, and the last to begin again. */
  #decided = 0;
  #restarted = 0;

  /**
   * @param open - Starts a worker.
   * @param hear - Called with what the present training reports, and whether that is later than the last order to run or to rest.
   */
  constructor(open: () => Line, hear: (report: Report, current: boolean) => void) {
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
    this.#sent += 1;
    if (order.kind === 'reset') this.#restarted = this.#sent;
    if (order.kind === 'run' || order.kind === 'pause' || order.kind === 'reset') this.#decided = this.#sent;
    this.#line.postMessage({ number: this.#number, sent: this.#sent, ...order });
  }

  /** Ends the present training. */
  end(): void {
    this.send({ kind: 'pause' });
    this.#number += 1;
    this.#under = false;
  }

  #start(): Line {
    const line = this.#open();
    line.onmessage = ({ data: { number, heard, ...report } }) => {
      if (number !== this.#number || !this.#under) return;
      if (heard >= this.#restarted || isLasting(report)) this.#hear(report, heard >= this.#decided);
      else if (report.kind === 'progress') this.send({ kind: 'drawn' }); // nothing to draw: it reports what is undone
    };
    line.onerror = (event) => {
      event.preventDefault();
      line.terminate();
      if (this.#line !== line) return;
      this.#line = undefined;
      this.#under = false;
      this.#hear(
        {
          kind: 'failed',
          message: `The training broke off (${event.message || 'no reason given'}). A fresh one can begin.`,
        },
        true,
      );
    };
    return line;
  }
}

/** Whether a report is also true of the training after it began again. */
function isLasting({ kind }: Report): boolean {
  return kind === 'ready' || kind === 'warning' || kind === 'failed';
}
