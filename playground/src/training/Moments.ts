// Moments of a training that one can go back to: spread over all of it, never more than fit into a few megabytes.

/** What is kept of one. */
export interface Moment {
  readonly step: number;
  readonly epoch: number;
  /** Whether its step ended a pass. */
  readonly atEnd: boolean;
  /** As `readParameters` gives them. */
  readonly parameters: Float32Array;
}

const MOST_BYTES = 32 * 2 ** 20;

/** Keeps every step at first, and each time there are too many, only every other. */
export class Moments {
  #kept: Moment[] = [];
  #every = 1;
  readonly #most: number;

  /** @param knobs - How many numbers a moment has. */
  constructor(knobs: number) {
    this.#most = Math.max(8, Math.min(128, Math.floor(MOST_BYTES / (4 * knobs))));
  }

  /** Their steps, in order. */
  get steps(): number[] {
    return this.#kept.map(({ step }) => step);
  }

  /** Keeps a moment if its step is one to keep; `moment` is asked only then. True if it was kept. */
  offer(step: number, moment: () => Omit<Moment, 'step'>): boolean {
    if (step % this.#every !== 0) return false;
    this.#kept.push({ step, ...moment() });
    while (this.#kept.length > this.#most) {
      this.#every *= 2;
      this.#kept = this.#kept.filter(({ step }) => step % this.#every === 0);
    }
    return true;
  }

  /** The last moment that is not after a step; the first is always there. */
  at(step: number): Moment {
    return (this.#kept.filter((moment) => moment.step <= step).at(-1) ?? this.#kept[0]) as Moment;
  }

  /** Forgets what came after a step: from there, the training goes on in another way. */
  cutAfter(step: number): void {
    this.#kept = this.#kept.filter((moment) => moment.step <= step);
  }
}
