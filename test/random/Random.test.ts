// The seeded generator: its reference values, its draws, its streams and its saved state.
import fc from 'fast-check';
import { Random, restoreRandom } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { mix, nextState } from '../../src/random/seeding.js';
import { hashOf } from '../support/float32.js';
import { thrownBy } from '../support/thrownBy.js';

const seeds = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const times = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);
const restored = (...state: number[]) => restoreRandom({ algorithm: 'xoshiro128** 1.1', state });

describe('Random', () => {
  it('is xoshiro128** 1.1: the reference values from state 1, 2, 3, 4', () => {
    const random = restored(1, 2, 3, 4);
    expect(times(8, () => random.next())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849,
    ]);
  });

  it('is seeded by SplitMix64: the reference values from 1234567', () => {
    const first = nextState(1234567n);
    expect(mix(first)).toBe(6457827717110365317n);
    expect(mix(nextState(first))).toBe(3203168211198807973n);
    const whole = (low = 0, high = 0) => (BigInt(high) << 32n) | BigInt(low);
    const { state } = new Random(1234567);
    expect(whole(state[0], state[1])).toBe(6457827717110365317n);
    expect(whole(state[2], state[3])).toBe(3203168211198807973n);
  });

  it('takes seed 0, which is also the seed left out, and is never all zero (case 112)', () => {
    expect(new Random().state).toEqual(new Random(0).state);
    expect(new Random(-0).state).toEqual(new Random(0).state);
    fc.assert(fc.property(seeds, (seed) => new Random(seed).state.some((word) => word !== 0)));
    const random = new Random(0);
    expect(new Set(times(100, () => random.next())).size).toBe(100);
  });

  it.each([
    [Number.NaN, 'OUT_OF_RANGE'],
    [1.5, 'OUT_OF_RANGE'],
    [2 ** 53, 'OUT_OF_RANGE'],
    [-1, 'OUT_OF_RANGE'],
    [Number.POSITIVE_INFINITY, 'OUT_OF_RANGE'],
    ['7' as never, 'ARGUMENT'],
    [null as never, 'ARGUMENT'],
    [7n as never, 'ARGUMENT'],
  ])('refuses %s as a seed or key (case 111)', (seed, code) => {
    const error = thrownBy(() => new Random(seed));
    expect(error).toMatchObject({ code });
    expect(error.message).toMatch(/^Random: seed: expected a whole number from 0, got .+\. The same seed gives the same/);
    expect(thrownBy(() => Random.stream(seed, 'shuffle'))).toMatchObject({ code });
    if (typeof seed === 'number')
      expect(thrownBy(() => Random.stream(0, seed)).message).toMatch(/^Random\.stream: key: expected/);
  });

  it('refuses keys that are neither words nor numbers (case 111)', () => {
    const error = thrownBy(() => Random.stream(0, true as never));
    expect(error).toMatchObject({ name: 'ArgumentError' });
    expect(error.message).toBe('Random.stream: key: expected a word or a whole number, got true.');
  });

  it('goes on where it was saved, also through JSON', () => {
    fc.assert(
      fc.property(seeds, fc.nat(50), (seed, draws) => {
        const random = new Random(seed);
        times(draws, () => random.next());
        const again = restoreRandom(JSON.parse(JSON.stringify(random.save())));
        expect(times(5, () => again.next())).toEqual(times(5, () => random.next()));
      }),
    );
  });

  it('keeps nothing of the saved state it was restored from', () => {
    const saved = { algorithm: 'xoshiro128** 1.1' as const, state: Object.freeze([1, 2, 3, 4]) };
    const random = restoreRandom(saved);
    random.next();
    expect(saved.state).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ['all zero', [0, 0, 0, 0]],
    ['short', [1, 2, 3]],
    ['long', [1, 2, 3, 4, 5]],
    ['empty', []],
    ['fractional', [1, 2, 3, 4.5]],
    ['negative', [1, 2, 3, -4]],
    ['too large', [1, 2, 3, 2 ** 32]],
    ['of texts', ['1', '2', '3', '4']],
    ['with a hole', [1, 2, undefined, 4]],
    ['an object', { 0: 1, length: 4 }],
    ['missing', undefined],
  ])('refuses a saved state that is %s (case 113)', (_, state) => {
    const error = thrownBy(() => restoreRandom({ algorithm: 'xoshiro128** 1.1', state: state as number[] }));
    expect(error).toMatchObject({ name: 'FormatError', code: 'FORMAT', path: '$.state' });
    expect(error.message).toMatch(/^saved random: state: expected four whole numbers from 0 to 4294967295, not all zero, got /);
  });

  it.each([{ algorithm: 'xoshiro128++', state: [1, 2, 3, 4] }, { state: [1, 2, 3, 4] }, null, undefined, 5])(
    'refuses the state of another generator: %j (case 114)',
    (saved) => {
      const error = thrownBy(() => restoreRandom(saved as never));
      expect(error).toMatchObject({ name: 'FormatError', code: 'FORMAT', path: '$.algorithm' });
      expect(error.message).toMatch(/expected 'xoshiro128\*\* 1\.1', got .+\. Restore it with the version that saved it\.$/);
    },
  );
});

describe('its draws', () => {
  it('lie in the range asked for', () => {
    const random = new Random(1);
    for (let draw = 0; draw < 10_000; draw++) {
      const number = random.uniform(-3, 5);
      if (!(number >= -3 && number < 5)) expect.fail(`${number}`);
    }
  });

  it('never reach the upper end, even where rounding would carry them there', () => {
    const most = restored(1, 1, 1, 1);
    most.next = () => 0xffffffff;
    expect(most.uniform()).toBe(1 - 2 ** -53);
    expect(most.uniform(1, 2)).toBeLessThan(2);
    expect(most.uniform(5, 5)).toBe(5);
  });

  it('use 53 bits for a uniform number', () => {
    const random = new Random(2);
    const copy = restoreRandom(random.save());
    for (let draw = 0; draw < 100; draw++) {
      const bits = (BigInt(copy.next() >>> 5) << 26n) | BigInt(copy.next() >>> 6);
      expect(BigInt(random.uniform() * 2 ** 53)).toBe(bits);
    }
  });

  it.each([2, 3, 7, 10, 100])('fall on each whole number below %i equally often', (below) => {
    const random = Random.stream(0, 'chi-square', below);
    const counts = new Array(below).fill(0);
    const draws = 1000 * below;
    for (let draw = 0; draw < draws; draw++) counts[random.integer(below)]++;
    const chiSquare = counts.reduce((total, count) => total + (count - 1000) ** 2 / 1000, 0);
    // Mean below - 1, standard deviation sqrt(2 (below - 1)): five of them on either side.
    expect(Math.abs(chiSquare - (below - 1))).toBeLessThan(5 * Math.sqrt(2 * (below - 1)));
  });

  it('draw again where a remainder would be likelier than others', () => {
    const random = new Random(0);
    const bits = [2 ** 32 - 1, 2 ** 32 - 2, 4];
    random.next = () => bits.shift() as number;
    // Below 2^31 - 1 the fair bits end before 2^32 - 2.
    expect(random.integer(2 ** 31 - 1)).toBe(4);
  });

  it('reach whole numbers up to 2^32', () => {
    const random = new Random(0);
    const copy = new Random(0);
    expect(random.integer(2 ** 32)).toBe(copy.next());
    expect(random.integer(1)).toBe(0);
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 32 + 1, '6' as never])(
    'refuse %s as the number to stay below, and draw nothing',
    (below) => {
      const random = new Random(4);
      const before = random.save();
      const error = thrownBy(() => random.integer(below));
      expect(error.message).toMatch(/^random\.integer: below: expected a whole number from 1 to 4294967296, got /);
      expect(random.save()).toEqual(before);
    },
  );

  it('follow the bell curve: mean, deviation, skew and tails', () => {
    const random = new Random(6);
    const count = 50_000;
    const numbers = times(count, () => random.normal(3, 2)).map((number) => (number - 3) / 2);
    const moment = (power: number) => numbers.reduce((total, number) => total + number ** power, 0) / count;
    // Five standard errors: 1, sqrt 2, sqrt 15 and sqrt 96, each over sqrt(count).
    expect(Math.abs(moment(1))).toBeLessThan(5 / Math.sqrt(count));
    expect(Math.abs(moment(2) - 1)).toBeLessThan((5 * Math.SQRT2) / Math.sqrt(count));
    expect(Math.abs(moment(3))).toBeLessThan((5 * Math.sqrt(15)) / Math.sqrt(count));
    expect(Math.abs(moment(4) - 3)).toBeLessThan((5 * Math.sqrt(96)) / Math.sqrt(count));
  });

  it('put an array into another order and lose nothing', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.integer(), { maxLength: 40 }), (seed, numbers) => {
        const shuffled = new Random(seed).shuffle([...numbers]);
        expect([...shuffled].sort()).toEqual([...numbers].sort());
      }),
    );
    const array = Uint8Array.of(1, 2, 3);
    expect(new Random(0).shuffle(array)).toBe(array);
  });

  it('put three things into each of their six orders equally often', () => {
    const random = new Random(8);
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 6000; draw++) {
      const order = random.shuffle(['a', 'b', 'c']).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(1000));
  });

  it('have the bits they have on every engine', () => {
    const random = Random.stream(1, 'golden', 2);
    const numbers = times(300, () => [random.uniform(-1, 1), random.normal(), random.integer(1000)]).flat();
    expect(hashOf(Float64Array.from(numbers))).toBe('c8d51a4b');
  });
});

describe('its streams', () => {
  it('differ by seed, key, order of keys, and word from number', () => {
    const streams = [
      Random.stream(0),
      Random.stream(1),
      Random.stream(0, 'a'),
      Random.stream(0, 97),
      Random.stream(0, 'ab'),
      Random.stream(0, 'a', 'b'),
      Random.stream(0, 'b', 'a'),
      Random.stream(0, ''),
      Random.stream(0, '', ''),
      Random.stream(0, 0),
      Random.stream(0, 0, 0),
      Random.stream(0, 'shuffle', 1),
      Random.stream(0, 'shuffle', 2),
      Random.stream(1, 'shuffle', 1),
      new Random(0),
    ];
    expect(new Set(streams.map((stream) => stream.save().state.join())).size).toBe(streams.length);
  });

  it('are the same for the same keys, and none moves another', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.oneof(seeds, fc.string()), { maxLength: 4 }), (seed, keys) => {
        const one = Random.stream(seed, ...keys);
        new Random(seed).next();
        expect(Random.stream(seed, ...keys).next()).toBe(one.next());
      }),
    );
  });

  it('of neighbouring keys share no pattern: their first bits are even', () => {
    let ones = 0;
    for (let key = 0; key < 4000; key++) ones += Random.stream(0, 'shuffle', key).next() & 1;
    expect(Math.abs(ones - 2000)).toBeLessThan(5 * Math.sqrt(1000));
  });
});
