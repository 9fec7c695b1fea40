// What the page shows of a training, and what it does to the network, without a page.
import { Layer, Network } from 'glassbox-nn';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { fresh, SPIRALS } from '../../../playground/src/model/origins';
import { readParameters } from '../../../playground/src/model/parameters';
import { USUAL_TRAINING } from '../../../playground/src/model/TrainingSpec';
import { breakNeurons, health } from '../../../playground/src/state/breaking';
import { shown, touched } from '../../../playground/src/state/network';
import { planeAnswers, planePoints } from '../../../playground/src/state/plane';
import { answer, answerInWords, isBlank, place } from '../../../playground/src/state/reading';
import { before, build, changed, origin, replace, undoReplacing } from '../../../playground/src/state/replacing';
import { networkSpec, trainingSpec } from '../../../playground/src/state/settings';
import { followPage } from '../../../playground/src/state/training/following';
import { learnFrom, startAfresh } from '../../../playground/src/state/training/orders';
import { refitted } from '../../../playground/src/state/training/signals';

const end = followPage();
afterAll(end);

const weightsOf = (layer: number) => shown.value.network.layers[layer]?.weights as Float32Array;

beforeEach(() => {
  build({ ...SPIRALS, seed: 3 });
  trainingSpec.value = { ...USUAL_TRAINING, source: 'spirals', seed: 9 };
});

describe('fresh weights', () => {
  it('can be taken back, and are shown in the form', () => {
    weightsOf(0)[0] = 7;
    touched();
    const learnt = readParameters(shown.value.network);
    startAfresh();
    expect(origin.value).toEqual({ kind: 'built', spec: { ...SPIRALS, seed: 9 } });
    expect([networkSpec.value.seed, changed.value]).toEqual([9, false]);
    undoReplacing();
    expect(readParameters(shown.value.network)).toEqual(learnt);
  });
});

describe('other examples', () => {
  it('change the ends of the network, say so while it is shown, and can be taken back', () => {
    learnFrom('digits');
    expect(shown.value.network.sizes).toEqual([784, 8, 8, 10]);
    expect(refitted.value).toContain('784-8-8-10');
    expect(before.value?.network.sizes).toEqual([2, 8, 8, 2]);
    undoReplacing();
    expect(shown.value.network.sizes).toEqual([2, 8, 8, 2]);
    expect([refitted.value, trainingSpec.value.source]).toEqual(['', 'spirals']);
  });
});

describe('the plane', () => {
  it('is read in its middle too, and has the examples that are learnt from', () => {
    place.value = Float32Array.of(0, 0);
    expect(isBlank.value).toBe(false);
    expect(answerInWords()).toMatch(/^guess \d, \d+ percent$/);
    expect(planePoints.value.length).toBeGreaterThan(100);
    expect(planeAnswers([-1, 0, 1])[1]?.[1]).toMatch(/^[01]: 0\.\d\d$/);
    build(fresh.untrained.spec);
    expect([isBlank.value, planePoints.value, answerInWords()]).toEqual([true, [], 'Nothing to read']);
  });

  it('has no answer where weights overflow, and says so', () => {
    const network = new Network([new Layer(2, 2), new Layer(2, 2)]);
    replace(network, { kind: 'file', name: 'a.json' });
    place.value = Float32Array.of(1, 1);
    weightsOf(0).fill(3e38);
    weightsOf(1).set([3e38, 3e38, Number.NaN, Number.NaN]);
    touched();
    expect(answer.value).toEqual({ output: 0, brightness: 1 });
    weightsOf(1).fill(Number.NaN);
    touched();
    expect(answer.value).toBeUndefined();
    expect(answerInWords()).toMatch(/^No answer/);
  });
});

describe('a broken neuron', () => {
  it('is whole again when its weights are back, and heard again when they are others', () => {
    const first = weightsOf(1).slice();
    breakNeurons(0, [2]);
    expect(health(0, 2)).toBe('broken');
    weightsOf(1).fill(0.5);
    touched();
    expect(health(0, 2)).toBe('healing');
    weightsOf(1).set(first);
    touched();
    expect(health(0, 2)).toBe('whole');
    weightsOf(1).fill(0.5);
    touched();
    expect(health(0, 2)).toBe('whole');
  });
});
