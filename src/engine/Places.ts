// Places in the core's memory, given out one after another before anything is written, so that all sizes are known first.

/** Each place starts where a cache line does. */
const LINE = 64;

/** So many bytes, rounded up to whole lines. */
export function wholeLines(bytes: number): number {
  return Math.ceil(bytes / LINE) * LINE;
}

/** Gives out places from `start` on; `end` is where the last one ends. */
export class Places {
  end: number;

  constructor(start: number) {
    this.end = wholeLines(start);
  }

  /** A place for so many bytes. */
  take(bytes: number): number {
    const place = this.end;
    this.end = place + wholeLines(bytes);
    return place;
  }
}
