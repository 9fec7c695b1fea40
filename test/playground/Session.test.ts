// The playground's training, without a page: it repeats to the bit, and is the library's own.
import { fit, identity, Network } from 'glassbox-nn';
import { beforeAll, describe, expect, it } from 'vitest';
import { packDigits } from '../../playground/digits.js';
import { readParameters } from '../../playground/src/model/parameters.js';
import { optimizers, USUAL_TRAINING } from '../../playground/src/model/TrainingSpec.js';
import { type Examples, readExamples } from '../../playground/src/training/Examples.js';
import { Session } from '../../playground/src/training/Session.js';

const sizes = [784, 16, 16, 10];
let digits: Examples;

beforeAll(async () => {
  const { images, labels } = packDigits(6000);
  const beginning = { network: '', training: USUAL_TRAINING, own: [], files: { images: 'images', labels: 'labels' } };
  const all = await readExamples(beginning, async (url) => (url === 'images' ? images : labels));
  digits = { learn: all.learn.take(320), heldOut: all.heldOut.take(100) };
});

const session = (seed = 0) => new Session(new Network(sizes), digits, { ...USUAL_TRAINING, seed });

function steps(training: Session, count: number): Session {
  for (let step = 0; step < count; step++) training.next();
  return training;
}

const knobsAfter = (training: Session, count: number) => readParameters(steps(training, count).network);

describe('a session', () => {
  it('trains as fit does with the same options, to the bit', async () => {
    const network = new Network(sizes);
    await fit(network, digits.learn, { optimizer: optimizers.adam(() => 0.005), batchSize: 32, epochs: 2, seed: 3 });
    expect(knobsAfter(session(3), 20)).toEqual(readParameters(network));
  });

  it('gives the same bits again after a reset', () => {
    const training = session();
    const first = knobsAfter(training, 15);
    training.reset();
    expect([training.step, training.epoch]).toEqual([0, 0]);
    expect(readParameters(training.network)).toEqual(readParameters(new Network(sizes)));
    expect(knobsAfter(training, 15)).toEqual(first);
  });

  it('goes back to a moment, keeps the later ones until it learns on, and then tells another story', () => {
    const training = session();
    const atSeven = knobsAfter(training, 7);
    steps(training, 8);
    training.rewind(7);
    expect(readParameters(training.network)).toEqual(atSeven);
    expect(training.moments.steps.at(-1)).toBe(15);
    training.rewind(15);
    expect(training.step).toBe(15);
    training.rewind(7);
    training.next();
    expect(training.moments.steps).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect([training.step, training.epoch]).toEqual([8, 1]);
  });

  it('learns on with knobs that were turned by hand', () => {
    const training = steps(session(), 5);
    const place = 784 * 16 + 2; // a bias of the first layer
    training.turn({ places: Uint32Array.of(place), values: Float32Array.of(4) });
    expect(training.network.layers[0]?.biases[2]).toBe(4);
    training.next();
    expect(readParameters(training.network)[place]).toBeCloseTo(4, 1);
    expect(readParameters(training.network)).not.toEqual(knobsAfter(session(), 6));
  });

  it('follows a rate that is turned while it trains, without losing the memory of its optimizer', () => {
    const training = steps(session(), 5);
    training.change({ ...USUAL_TRAINING, learningRate: 0.005 });
    expect(knobsAfter(training, 5)).toEqual(knobsAfter(session(), 10));
    training.change({ ...USUAL_TRAINING, learningRate: 0.02 });
    expect(training.next().learningRate).toBe(0.02);
  });

  it('goes on with another optimizer from where it stands', () => {
    const training = steps(session(), 12);
    const before = readParameters(training.network);
    training.change({ ...USUAL_TRAINING, optimizer: 'sgd', learningRate: 1e-7 });
    training.next();
    expect([training.step, training.epoch]).toEqual([13, 2]);
    expect(readParameters(training.network)[0]).toBeCloseTo(before[0] as number, 5);
  });

  it.each(['change of settings', 'rewind'])('counts on after a %s at the end of a pass', (what) => {
    const training = steps(session(), 10);
    if (what === 'rewind') training.rewind(10);
    else training.change({ ...USUAL_TRAINING, optimizer: 'sgd' });
    training.next();
    expect([training.step, training.epoch]).toEqual([11, 2]);
    training.rewind(10);
    training.next();
    expect(training.epoch).toBe(2);
    training.rewind(7);
    training.next();
    expect([training.step, training.epoch]).toEqual([8, 1]);
  });

  it('measures a pass on the held-out digits, and looks at its mistakes there', () => {
    const training = steps(session(), 10);
    expect(training.atEnd).toBe(true);
    const { epoch, step, loss, heldOut } = training.endOfEpoch(true);
    expect([epoch, step]).toEqual([1, 10]);
    expect(loss).toBeGreaterThan(0);
    const look = training.look();
    expect(look.accuracy).toBe(heldOut?.accuracy);
    expect(look.confusion.flat().reduce((sum, count) => sum + count)).toBe(100);
    expect(look.mistakes.every(({ label, answer }) => label !== answer)).toBe(true);
  });

  it('keeps its last finite knobs and says so when a rate is too high, and can go on with a lower one', () => {
    const linear = () => new Network([784, 10], { output: identity });
    const training = steps(new Session(linear(), digits, USUAL_TRAINING), 3);
    training.change({ ...USUAL_TRAINING, optimizer: 'sgd', learningRate: 1e30 });
    expect(() => steps(training, 20)).toThrow('The network keeps its last finite weights. Try a lower learningRate');
    expect(readParameters(training.network).every(Number.isFinite)).toBe(true);
    training.reset();
    training.change(USUAL_TRAINING);
    expect(knobsAfter(training, 5)).toEqual(knobsAfter(new Session(linear(), digits, USUAL_TRAINING), 5));
  });
});
