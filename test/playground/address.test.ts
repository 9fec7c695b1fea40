// The playground's state in its address.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../playground/src/model/address.js';
import { hiddenActivations, initializers, outputActivations } from '../../playground/src/model/NetworkSpec.js';
import { ready } from '../../playground/src/model/origins.js';
import { FIRST, type PageState, schemes } from '../../playground/src/model/PageState.js';
import { losses, optimizers, sources, TRAINING_LIMITS } from '../../playground/src/model/TrainingSpec.js';
import { packDrawing, unpackDrawing } from '../../playground/src/model/zeroRuns.js';

const keyOf = <T extends object>(record: T) => fc.constantFrom(...(Object.keys(record) as (keyof T & string)[]));
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const [slowest, fastest] = TRAINING_LIMITS.learningRate;

const drawings = fc
  .uint8Array({ minLength: 784, maxLength: 784 })
  .chain((bytes) => fc.integer({ min: 0, max: 255 }).map((below) => bytes.map((byte) => (byte < below ? 0 : byte))));

const states: fc.Arbitrary<PageState> = fc.record({
  shown: fc.oneof(keyOf(ready), fc.constant('built' as const)),
  network: fc.record({
    sizes: fc
      .tuple(fc.boolean(), fc.array(fc.integer({ min: 1, max: 256 }), { maxLength: 6 }))
      .map(([plane, hidden]) => (plane ? [2, ...hidden, 2] : [784, ...hidden, 10])),
    hidden: keyOf(hiddenActivations),
    output: keyOf(outputActivations),
    initializer: keyOf(initializers),
    seed: seeds,
  }),
  training: fc.record({
    source: fc.constantFrom(...sources),
    loss: keyOf(losses),
    optimizer: keyOf(optimizers),
    learningRate: fc.double({ min: slowest, max: fastest, noNaN: true }),
    batchSize: fc.integer({ min: 1, max: 5000 }),
    seed: seeds,
  }),
  drawing: drawings,
  selected: fc.record({ layer: fc.integer({ min: 0, max: 6 }), neuron: fc.integer({ min: 0, max: 255 }) }),
  scheme: fc.constantFrom(...schemes),
});

describe('the address', () => {
  it('gives back any state it was written from', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readAddress(writeAddress(state))).toEqual({ state, refused: [] });
      }),
    );
  });

  it('is empty for the page as it begins, and safe inside of an address for all others', () => {
    expect(writeAddress(FIRST)).toBe('');
    fc.assert(fc.property(states, (state) => /^[\w.=&-]*$/.test(writeAddress(state)) && writeAddress(state).length < 2048));
  });

  it('gives a state that can be written, whatever the text', () => {
    const fieldLike = fc
      .tuple(fc.constantFrom('shown', 'sizes', 'seed', 'rate', 'neuron', 'drawing', '__proto__'), fc.string())
      .map(([name, text]) => `${name}=${text}`);
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(fieldLike).map((all) => all.join('&')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const written = writeAddress(readAddress(text).state);
        const again = readAddress(written);
        expect([writeAddress(again.state), ...again.refused]).toEqual([written]);
      }),
    );
  });

  it('tells what it refuses, uses the rest, and ignores what it does not know', () => {
    const { state, refused } = readAddress(
      'sizes=784-100000-10&hidden=relu&hidden=tanh&seed=7&constructor=1&output=toString&rate=-1',
    );
    expect(state.network).toEqual({ ...FIRST.network, hidden: 'relu', seed: 7 });
    expect(refused).toHaveLength(3);
    expect(refused[0]).toContain('got "784-100000-10"');
  });

  it('refuses numbers, sizes and neurons beyond the limits', () => {
    const wrong = [
      'seed=4294967296',
      'seed=1.5',
      'seed=0x10',
      'batch=0',
      'batch=5001',
      'rate=Infinity',
      'rate=100.1',
      'rate=NaN',
    ];
    wrong.push(
      'sizes=784',
      'sizes=784-10-10-10-10-10-10-10-10',
      'sizes=784-0-10',
      'sizes=784-16-2',
      'sizes=3-10',
      'sizes=784-257-10',
    );
    wrong.push(
      'neuron=10.1',
      'neuron=1',
      'neuron=1.1000',
      'scheme=',
      'drawing=AA',
      'drawing=AP8',
      'drawing=%00',
      `rate=${'1'.repeat(99)}`,
    );
    for (const text of wrong)
      expect({ text, ...readAddress(text) }).toMatchObject({ text, state: FIRST, refused: [expect.any(String)] });
  });

  it('does not read what is longer than any address of the page', () => {
    const { state, refused } = readAddress(`seed=7&x=${'1'.repeat(5000)}`);
    expect(state).toBe(FIRST);
    expect(refused).toEqual([expect.stringContaining('at most 4096 characters, got 5009')]);
  });
});

describe('a packed drawing', () => {
  it('is short for a drawing that is mostly empty', () => {
    const drawing = new Uint8Array(784).fill(200, 300, 320);
    expect(packDrawing(drawing).length).toBeLessThan(50);
    expect(unpackDrawing(packDrawing(drawing))).toEqual(drawing);
  });

  it('is no drawing if a run is of no length, cut off, or too long', () => {
    const text = (...bytes: number[]) => Buffer.from(bytes).toString('base64url');
    expect(unpackDrawing(text(0, 255, 0, 255, 0, 255, 0, 19))).toEqual(new Uint8Array(784));
    for (const bytes of [
      [0, 255, 0, 255, 0, 255, 0],
      [0, 0],
      [0, 255, 0, 255, 0, 255, 0, 20],
      [0, 255, 0, 255, 0, 255, 0, 18],
    ]) {
      expect(unpackDrawing(text(...bytes))).toBe(undefined);
    }
  });
});
