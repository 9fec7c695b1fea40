// Places in the core's memory, given out one after another before anything is written, so that all sizes are known first.

/** Each place starts where a cache line does. */
const LINE = 64;

/** Gives out places from `start` on; `end` is where the last one ends. */
export class Places {
  end: number;

  constructor(start: number) {
    this.end = Math.ceil(start / LINE) * LINE;
  }

  /** A place for so many bytes. */
  take(bytes: number): number {
    const place = this.end;
    this.end = place + Math.ceil(bytes / LINE) * LINE;
    return place;
  }
}
