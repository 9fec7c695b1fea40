// Draws of a generator of files: seeded, so that a file is found again by its number.
import { Random } from '../../../src/random/Random.js';

/** Draws by a seed. */
export class Draw {
  /** Places so far where a file may miss what is read. */
  places = 0;
  private readonly random: Random;

  /** `missed` is the place where the file misses, counted from 0; none if left out. */
  constructor(
    seed: number,
    private readonly missed = -1,
  ) {
    this.random = new Random(seed);
  }

  /** Whether the file misses here what is read. */
  miss(): boolean {
    this.places++;
    return this.places - 1 === this.missed;
  }

  /** True with a probability. */
  chance(probability: number): boolean {
    return this.random.uniform(0, 1) < probability;
  }

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.random.uniform(0, 1) * (most - least + 1));
  }

  /** One of these. */
  of<Item>(...items: readonly Item[]): Item {
    return items[this.whole(0, items.length - 1)] as Item;
  }

  /** So many float32 numbers from -2 to 2, of two digits each. */
  numbers(count: number): number[] {
    return Array.from({ length: count }, () => Math.fround(this.whole(-200, 200) / 100));
  }

  /** The same from 0.25 to 4. */
  factors(count: number): number[] {
    return Array.from({ length: count }, () => Math.fround(this.whole(25, 400) / 100));
  }
}

/** What `make` makes of a seed: three of four files have one place, of all there are, where they miss what is read. */
export function withOneMiss<File>(seed: number, make: (draw: Draw) => File): File {
  if (seed % 4 === 0) return make(new Draw(seed));
  const whole = new Draw(seed);
  make(whole);
  return make(new Draw(seed, new Random(seed + 1).integer(whole.places)));
}
