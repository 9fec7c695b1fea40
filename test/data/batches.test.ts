// A data set in batches: their order, what they hold, and which rows they say they are.
import { ArgumentError, adam, Network, OutOfRangeError, StateError, train } from 'glassbox-nn';
import { type BatchesOptions, Dataset, dataset, spirals } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../src/data/batchRows.js';
import { numbered, placesOf } from './numbered.js';
import { expectLesson } from './teaches.js';

const sizes = (data: Dataset, size: number) => Array.from(data.batches(size), (batch) => batch.count);
/** The first batch. */
const firstOf = (data: Dataset, size: number, options?: BatchesOptions) => [...data.batches(size, options)][0] as Dataset;
/** The numbers of its examples. */
const examplesOf = (batch: Dataset) => Array.from(rowsOf(batch)?.examples ?? []);

describe('batches', () => {
  it('follow each other, the last one short (case 37)', () => {
    expect(sizes(numbered(7), 3)).toEqual([3, 3, 1]);
    expect([...numbered(7).batches(3)].flatMap(placesOf)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('may be larger than the data (case 36)', () => {
    expect(sizes(numbered(7), 100)).toEqual([7]);
  });

  it('are none where there are no examples (case 27)', () => {
    expect(sizes(numbered(0), 3)).toEqual([]);
  });

  it('share their arrays with the data set where they are in order', () => {
    const data = numbered(7);
    const [, second] = data.batches(3);
    expect(second?.inputs.buffer).toBe(data.inputs.buffer);
    expect(second?.labels?.buffer).toBe(data.labels?.buffer);
  });

  it('refuse a size that is none, at the call and not at the first step (case 42)', () => {
    for (const size of [0, -1, 1.5]) {
      const says = ['dataset.batches: size', 'a whole number from 1', `got ${size}`];
      expectLesson(() => numbered(7).batches(size), { type: OutOfRangeError, code: 'OUT_OF_RANGE', says });
    }
  });

  it('refuse options that are none, at the call too', () => {
    const says = ['dataset.batches: options', "got 'epochs'", 'Did you mean epoch?'];
    expectLesson(() => numbered(7).batches(3, { epochs: 1 } as never), { type: ArgumentError, code: 'ARGUMENT', says });
    for (const [option, given] of Object.entries({ epoch: 0, seed: -1 })) {
      const lesson = { type: OutOfRangeError, code: 'OUT_OF_RANGE', says: [`dataset.batches: ${option}`, `got ${given}`] };
      expectLesson(() => numbered(7).batches(3, { [option]: given }), lesson);
    }
    const lesson = { type: ArgumentError, code: 'ARGUMENT', says: ['dataset.batches: shuffle', 'true or false'] };
    expectLesson(() => numbered(7).batches(3, { shuffle: 1 as never }), lesson);
  });
});

describe('the batches of an epoch', () => {
  it.each([true, false])('are those of train, in its order, where shuffle is %s', (shuffle) => {
    const taken: number[] = [];
    class Watched extends Dataset {
      override readInput(out: Float32Array, index: number): void {
        taken.push(index);
        super.readInput(out, index);
      }
    }
    const data = spirals({ count: 50 });
    const options = { optimizer: adam(), epochs: 3, batchSize: 16, seed: 5, shuffle };
    const network = new Network([2, 3, 2]);
    train(network, new Watched({ ...data }), { ...options, onEpoch: () => void taken.push(-1) });
    const epochs = [1, 2, 3].map((epoch) => [...data.batches(16, { seed: 5, epoch, shuffle })].flatMap(examplesOf));
    // Before the first step, and again before the training begins, the inputs are looked at in their own order.
    const steps = taken.join(' ').split(' -1');
    for (const [index, examples] of epochs.entries()) expect(steps[index]?.endsWith(examples.join(' '))).toBe(true);
    expect(new Set(epochs.map(String)).size).toBe(shuffle ? 3 : 1);
  });

  it('hold the examples they name, of labels, of targets and of bytes', () => {
    const bytes = dataset({ inputs: Uint8Array.of(9, 7, 5, 3, 1), width: 1, scale: 0.5, labels: ['b', 'a', 'b', 'a', 'c'] });
    const named = dataset({ inputs: [[1], [2], [3]], targets: [[0.5], [0.25], [2]], columnNames: ['length'] });
    for (const data of [numbered(8), numbered(8, 'targets'), bytes, named]) {
      const batches = [...data.batches(3, { epoch: 2 })];
      expect(batches.flatMap(examplesOf).sort()).toEqual(Array.from(data, (_, index) => index).sort());
      for (const batch of batches) {
        expect(rowsOf(batch)).toMatchObject({ epoch: 2 });
        expect(rowsOf(batch)?.data).toBe(data);
        expect({ ...batch }).toEqual({ ...data.select(examplesOf(batch)) });
      }
    }
  });

  it('are shuffled where a seed or an epoch is named, and by seed 0 and as epoch 1 where the other is not', () => {
    const orderOf = (...options: (BatchesOptions | undefined)[]) =>
      options.map((given) => [...numbered(20).batches(7, given)].flatMap(placesOf));
    const [plain, shuffled, seed, epoch, both, inOrder] = orderOf(
      undefined,
      { shuffle: true },
      { seed: 0 },
      { epoch: 1 },
      { seed: 0, epoch: 1 },
      { seed: 0, epoch: 1, shuffle: false },
    );
    expect([shuffled, seed, epoch]).toEqual([both, both, both]);
    expect(plain).toEqual(inOrder);
    expect(both).not.toEqual(plain);
    expect(orderOf({ seed: 1 }, { epoch: 2 })).not.toContainEqual(both);
  });

  it('have an epoch only where one is named', () => {
    const epochOf = (options?: BatchesOptions) => rowsOf(firstOf(numbered(3), 2, options))?.epoch;
    expect([epochOf(), epochOf({ seed: 3 }), epochOf({ epoch: 3, shuffle: false }), epochOf({ epoch: 3 })]).toEqual([
      undefined,
      undefined,
      3,
      3,
    ]);
  });

  it('copy nothing before their arrays are read, and refuse to where those are gone', () => {
    const data = numbered(6);
    const batch = firstOf(data, 4, { epoch: 1 });
    data.inputs[0] = 50;
    data.inputs[1] = -50;
    const other = firstOf(data, 6, { epoch: 1 });
    expect(other.inputs).toContain(50);
    structuredClone(null, { transfer: [data.inputs.buffer as ArrayBuffer] });
    expect(batch.count).toBe(4);
    expect(() => batch.inputs).toThrow(StateError);
    expect(() => firstOf(data, 4, { epoch: 1 })).toThrow(StateError);
    expect(other.inputs).toContain(50);
  });

  it('cannot be changed, and a copy of their fields is a data set of its own', () => {
    const batch = firstOf(numbered(6), 4, { epoch: 1 });
    expect(Object.isFrozen(batch)).toBe(true);
    expectLesson(() => Object.assign(batch, { count: 2 }), {
      type: ArgumentError,
      code: 'ARGUMENT',
      says: ['count'],
    });
    const copy = new Dataset({ ...batch });
    expect(rowsOf(copy)).toBeUndefined();
    expect({ ...copy }).toEqual({ ...batch });
    expect(rowsOf(numbered(3))).toBeUndefined();
  });

  it('are data sets like others: they can be learnt from, divided and put in batches again', () => {
    const data = spirals({ count: 60 });
    const batch = firstOf(data, 40, { seed: 2, epoch: 1 });
    const select = data.select(examplesOf(batch));
    const learnt = [batch, select].map((examples) => {
      const network = new Network([2, 4, 2]);
      train(network, examples, { optimizer: adam(), epochs: 2 });
      return network.layers.map(({ weights }) => weights);
    });
    expect(learnt[0]).toEqual(learnt[1]);
    const part = firstOf(batch, 10, { epoch: 3 });
    expect(part.inputs).toEqual(select.select(examplesOf(part)).inputs);
    expect(batch.slice(3, 5).labels).toEqual(select.slice(3, 5).labels);
  });

  it('hold what a reader of its own reads', () => {
    class Doubled extends Dataset {
      override readInput(out: Float32Array, index: number): void {
        super.readInput(out, index);
        out[0] *= 2;
      }
    }
    const data = new Doubled({ ...numbered(6) });
    const batch = firstOf(data, 4, { epoch: 1 });
    expect(Array.from(batch, ({ input }) => input[0])).toEqual(examplesOf(batch).map((place) => place * 2));
    expect(rowsOf(batch)?.data).toBe(data);
  });
});
