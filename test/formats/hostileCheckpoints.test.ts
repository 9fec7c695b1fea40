// Checkpoints whose fingerprints are right and whose records are not: each is refused with the place of the fault (case 277).
import { adam, earlyStopping, fit, Network, reduceOnPlateau, softmax, type TrainingOptions } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { readCheckpoint, writeCheckpoint } from '../../src/formats/checkpoint/checkpointFile.js';
import { expectRefusalLeaving } from '../support/refusals.js';
import { placeInMemory } from '../support/savedPlaces.js';
import { randomExamples } from '../support/toyData.js';

const data = randomExamples(10, 4, 2);
const fresh = () => new Network([4, 3, 2], { output: softmax });
const options: TrainingOptions = {
  optimizer: adam(),
  batchSize: 4,
  epochs: 5,
  validationSplit: 0.2,
  earlyStopping: earlyStopping({ patience: 50 }),
  reduceOnPlateau: reduceOnPlateau({ patience: 20 }),
};

async function savedBy(given: TrainingOptions): Promise<Uint8Array> {
  const { checkpoint, saved } = placeInMemory({ everyEpochs: 1 });
  await fit(fresh(), data, { ...options, ...given, checkpoint });
  return saved[3] as Uint8Array;
}

/** The same file with other numbers in one of its tensors, and the fingerprint that fits them. */
function changed(bytes: Uint8Array, tensor: string, change: (numbers: number[]) => void): Uint8Array {
  const { place, training, tensors } = readCheckpoint('checkpoint', bytes);
  const written = Array.from(tensors, ([name, { shape, data: found }]) => {
    if (name !== tensor) return { name, shape, numbers: found as Float32Array };
    const numbers = Array.from(found as Float64Array);
    change(numbers);
    const rows = shape.length === 2 ? [numbers.length / 8, 8] : [numbers.length];
    return { name, shape: rows, numbers: Float64Array.from(numbers) };
  });
  return writeCheckpoint(written, place, training, {});
}

async function expectRefused(bytes: Uint8Array, given: TrainingOptions, ...words: string[]): Promise<void> {
  const network = fresh();
  const go = () => fit(network, data, { ...options, ...given, checkpoint: placeInMemory({}, bytes).checkpoint });
  await expectRefusalLeaving(network, go, 'FormatError', 'checkpoint: ', ...words);
}

const COLUMNS = ['loss', 'accuracy', 'validationLoss', 'validationAccuracy', 'learningRate', 'seconds', 'stopped', 'best'];

describe('a record of a checkpoint', () => {
  it.each<[string, ...number[]]>([
    ['loss', Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    ['accuracy', Number.NaN, -0.1, 1.1],
    ['validationLoss', Number.NaN, Number.NEGATIVE_INFINITY],
    ['validationAccuracy', Number.NaN, 2],
    ['learningRate', Number.NaN, -1, Number.POSITIVE_INFINITY],
    ['seconds', Number.NaN, -1, Number.POSITIVE_INFINITY],
    ['stopped', Number.NaN, 0.5, 2, 1],
    ['best', -1, 1.5, 9, Number.POSITIVE_INFINITY],
  ])('with another %s than there can be is refused, and the place is named', async (name, ...wrong) => {
    const bytes = await savedBy({});
    const column = COLUMNS.indexOf(name);
    for (const number of wrong) {
      const spoilt = changed(bytes, 'checkpoint.history', (numbers) => numbers.splice(8 + column, 1, number));
      await expectRefused(spoilt, {}, `'checkpoint.history'[1, ${column}]: expected ${name}: `, `got ${number}.`);
    }
  });

  it('with a number where such a training has none is refused', async () => {
    const given = { earlyStopping: undefined, validationSplit: undefined } as never;
    const bytes = await savedBy(given);
    for (const name of ['validationLoss', 'validationAccuracy', 'stopped', 'best']) {
      const spoilt = changed(bytes, 'checkpoint.history', (numbers) => numbers.splice(COLUMNS.indexOf(name), 1, 1));
      await expectRefused(
        spoilt,
        given,
        `[0, ${COLUMNS.indexOf(name)}]: expected ${name}: NaN, since such a training has none`,
      );
    }
  });

  it('too many, or too few, are refused', async () => {
    const bytes = await savedBy({});
    const more = changed(bytes, 'checkpoint.history', (numbers) => numbers.push(...numbers.slice(0, 8)));
    const fewer = changed(bytes, 'checkpoint.history', (numbers) => numbers.splice(0, 8));
    for (const spoilt of [more, fewer]) await expectRefused(spoilt, {}, 'a place in epochs of 2 batches');
  });
});

describe('the state of early stopping and of reduceOnPlateau in a checkpoint', () => {
  it.each(['earlyStopping', 'reduceOnPlateau'])('of %s is refused where it is no such memory', async (name) => {
    const given: TrainingOptions = { history: 'last' };
    const bytes = await savedBy(given);
    const tensor = `checkpoint.${name}`;
    const settings = name === 'earlyStopping' ? 3 : 6;
    for (const number of [Number.NaN, Number.NEGATIVE_INFINITY]) {
      const spoilt = changed(bytes, tensor, (numbers) => numbers.splice(settings, 1, number));
      await expectRefused(spoilt, given, `${name}[${settings}]: expected a finite number, got ${number}.`);
    }
    const short = changed(bytes, tensor, (numbers) => numbers.pop());
    await expectRefused(short, given, `${name}: expected `);
  });
});

describe('a checkpoint that claims more steps than its training has', () => {
  it('is refused before a schedule is asked for their rates (case 287)', async () => {
    let asked = 0;
    const given: TrainingOptions = {
      history: 'last',
      optimizer: adam({
        learningRate: () => {
          asked += 1;
          return 0.001;
        },
      }),
    };
    const { place, training, tensors } = readCheckpoint('checkpoint', await savedBy(given));
    const written = Array.from(tensors, ([name, { shape, data: found }]) => ({ name, shape, numbers: found as Float32Array }));
    const steps = 2 ** 52;
    const words = { ...training, learningRate: `0.001 at step 1, 0.001 at step ${steps}` };
    const bytes = writeCheckpoint(written, { ...place, steps }, words, {});
    const network = fresh();
    const go = () => fit(network, data, { ...options, ...given, checkpoint: placeInMemory({}, bytes).checkpoint });
    asked = 0;
    await expectRefusalLeaving(network, go, 'ArgumentError', 'checkpoint: epochs: expected ');
    expect(asked).toBeLessThan(1000);
  });
});
