// At most so many steps a second, and how many there really are.

/** Gives out steps as time goes by. Times are milliseconds of one clock. */
export class Speed {
  #stepsASecond = Number.POSITIVE_INFINITY;
  #due = 0;
  #since = 0;
  #counted = 0;
  #countedSince = 0;
  #measured = 0;

  set stepsASecond(value: number) {
    this.#stepsASecond = value;
    this.#due = 0;
  }

  /** Starts the clock, at the beginning of a run. The first step is due at once. */
  start(now: number): void {
    this.#due = now;
    this.#since = now;
    this.#counted = 0;
    this.#countedSince = now;
  }

  /** Whether a step is due; if so, it counts as taken. What was missed for long is not made up for. */
  take(now: number): boolean {
    if (now < this.#due) return false;
    this.#due = Math.max(this.#due, now - 100) + 1000 / this.#stepsASecond;
    this.#counted += 1;
    return true;
  }

  /** Milliseconds until the next step is due. */
  wait(now: number): number {
    return Math.max(0, this.#due - now);
  }

  /** Steps a second, over the last half second or more. */
  measure(now: number): number {
    const passed = now - this.#countedSince;
    if (passed >= 500 || (this.#countedSince === this.#since && passed > 50)) this.#measured = (1000 * this.#counted) / passed;
    if (passed >= 500) {
      this.#counted = 0;
      this.#countedSince = now;
    }
    return this.#measured;
  }
}
