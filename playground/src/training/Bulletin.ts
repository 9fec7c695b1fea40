// Reports of a training: often enough to be watched, and never faster than the page has drawn the last.
import type { StepRecord } from 'glassbox-nn';
import { appended, type CurvePoint, meanPoint } from '../model/curve';
import { readParameters } from '../model/parameters';
import type { EpochResult, Progress, Report } from './messages';
import type { Session } from './Session';

const CALM = 100; // milliseconds between two measurings on the held-out examples, where passes are short
const GAZE = 700; // milliseconds between two looks at the mistakes

const POINTS = 16; // points of the curve in one report

/** How a training goes on, beside its numbers. */
type Going = Pick<Progress, 'running' | 'stepsASecond'>;

/** Collects what happens between two reports. */
export class Bulletin {
  /** How many messages of turned knobs have been heard. */
  turned = 0;
  readonly #session: Session;
  readonly #say: (report: Report) => void;
  readonly #now: () => number;
  #curve: readonly CurvePoint[] = [];
  #going: Going | undefined;
  #pageDrew = true;
  #ended: EpochResult[] = [];
  #moments = '';
  #measuredAt = Number.NEGATIVE_INFINITY;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #watching = false;

  constructor(session: Session, say: (report: Report) => void, now: () => number) {
    this.#session = session;
    this.#say = say;
    this.#now = now;
  }

  /** A step was taken. */
  step({ loss, accuracy = 0 }: StepRecord): void {
    this.#curve = appended(this.#curve, { step: this.#session.step, loss, accuracy }, meanPoint, POINTS);
  }

  /** A pass has ended; `last` if nothing more is asked for, so that there is time to measure. */
  epochEnded(last: boolean): void {
    const now = this.#now();
    const measured = last || now - this.#measuredAt >= CALM;
    if (measured) this.#measuredAt = now;
    const result = this.#session.endOfEpoch(measured);
    if (measured) this.#ended.push(result);
    if (this.#watching && (last || now - this.#lookedAt >= GAZE)) this.look(true);
  }

  /** Looks at the mistakes now and after passes to come; or no longer. */
  look(watching: boolean): void {
    this.#watching = watching;
    if (!watching) return;
    this.#say({ kind: 'look', look: this.#session.look() });
    this.#lookedAt = this.#now();
  }

  /** Reports where the training stands, now or when the page has drawn. */
  progress(going: Going): void {
    this.#going = going;
    if (this.#pageDrew) this.#report(going);
  }

  /** The page has drawn the last report. */
  drawn(): void {
    this.#pageDrew = true;
    if (this.#going !== undefined) this.#report(this.#going);
  }

  /** Forgets what is not reported yet: the training begins again. */
  forget(): void {
    this.#curve = [];
    this.#ended = [];
  }

  #report(going: Going): void {
    this.#going = undefined;
    this.#pageDrew = false;
    const { network, step, epoch, moments } = this.#session;
    if (this.#ended.length > 0) this.#say({ kind: 'epochs', results: this.#ended });
    this.#ended = [];
    const { steps } = moments;
    if (steps.join() !== this.#moments) this.#say({ kind: 'moments', steps });
    this.#moments = steps.join();
    const progress = {
      parameters: readParameters(network),
      step,
      epoch,
      curve: this.#curve,
      ...going,
      turned: this.turned,
    };
    this.#curve = [];
    this.#say({ kind: 'progress', progress });
  }
}
