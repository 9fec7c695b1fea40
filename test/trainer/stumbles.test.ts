// What a trainer is from outside, and what it says of calls that other libraries would take.

import { adam, backpropagate, cosineDecay, meanSquaredError, Network, rmsprop, sgd, trainer } from 'glassbox-nn';
import { toSafetensors } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { expectRefusal, expectRefusalLeaving } from '../support/refusals.js';
import { thrownBy } from '../support/thrownBy.js';
import { exclusiveOr } from '../support/toyData.js';

const made = () => new Network([2, 3, 1]);
const remedyOf = (call: () => unknown) => thrownBy(call).message.replace(/^.*?, got .*?\. (?=[A-Z])/, '');

describe('a trainer', () => {
  it('lists what it can do, and its text says where it is', () => {
    const training = trainer(made());
    training.step(exclusiveOr());
    expect(Object.keys(training).sort()).toEqual(['save', 'step', 'stepAsync', 'steps']);
    expect(String(training)).toBe('trainer of 2-3-1, sigmoid, 6+3 + 3+1 = 13 parameters, after step 1');
    const { step } = training;
    expect(step(exclusiveOr()).step).toBe(2);
  });

  it('refuses assignments, of a rate too', () => {
    const training = trainer(made(), { optimizer: sgd({ learningRate: 0.5 }) });
    for (const name of ['learningRate', 'steps', 'step']) {
      expect(() => Reflect.set(training, name, 0.3), name).toThrow(
        `trainer.${name}: expected no assignment, got 0.3. Give a rate`,
      );
    }
    expect(Reflect.set(training, 'lr', 0.3)).toBe(false);
    expect(training.step(exclusiveOr()).learningRate).toBe(0.5);
  });

  it.each([sgd, adam, rmsprop])('keeps the rate of its optimizer, which is frozen, case %#', (make) => {
    const optimizer = make({ learningRate: 0.5 });
    expect(Reflect.set(optimizer, 'learningRate', 0.3)).toBe(false);
    expect(trainer(made(), { optimizer }).step(exclusiveOr()).learningRate).toBe(0.5);
    expect({ ...optimizer, learningRate: 0.3 }).toMatchObject({ name: optimizer.name, learningRate: 0.3 });
  });
});

describe('answers', () => {
  it.each([
    ['callbacks', 'The loop is yours: do between two steps what they do.'],
    ['patience', 'The loop is yours: leave it when you have seen enough.'],
    ['tolerance', 'The loop is yours: leave it when you have seen enough.'],
    ['verbose', 'The loop is yours: call it at the end of an epoch.'],
    ['timeout', 'The loop is yours: leave it when the signal is aborted.'],
    ['load', 'Give what save() gave as from: trainer(network, { from: bytes }).'],
    ['resume', 'Give what save() gave as from: trainer(network, { from: bytes }).'],
    ['alpha', 'Write l2: alpha / (2 * batchSize).'],
    ['lr', 'The optimizer has it: { optimizer: adam({ learningRate: 0.01 }) }.'],
  ])('the option %s by what a trainer takes', (name, remedy) => {
    expect(remedyOf(() => trainer(made(), { [name]: 1 } as never))).toBe(remedy);
  });

  it('data as its options', () => {
    const remedy = 'A trainer is given its data step by step: trainer(network, options).step(batch).';
    expect(remedyOf(() => trainer(made(), exclusiveOr() as never))).toBe(remedy);
  });

  it('a step that is given a schedule, or other options', async () => {
    const network = made();
    const training = trainer(network);
    const step = (options: object) => () => training.step(exclusiveOr(), options);
    const schedule = cosineDecay({ from: 0.1, steps: 10 });
    const words = ['learningRate at step 1', 'got a function. A step takes the number: schedule(trainer.steps)'];
    await expectRefusalLeaving(network, step({ learningRate: schedule }), 'ArgumentError', ...words);
    expect(training.step(exclusiveOr(), { learningRate: schedule(training.steps) }).learningRate).toBe(0.1);
    expect(remedyOf(step({ lr: 0.1 }))).toBe('Write learningRate.');
    expect(remedyOf(step({ l2: 0.1 }))).toBe('Give it to the trainer: a step takes a learning rate alone.');
  });

  it('another rate beside from, and a file of a network as from', async () => {
    const training = trainer(made(), { optimizer: adam({ learningRate: 0.1 }) });
    training.step(exclusiveOr());
    const from = training.save();
    const remedy = 'Keep the optimizer as it was saved, and give the new rate to a step';
    const other = () => trainer(made(), { optimizer: adam({ learningRate: 0.01 }), from });
    await expectRefusal(other, 'ArgumentError', 'learningRate', remedy);
    const same = 'Give the same network and options to go on, or leave out from to start anew.';
    await expectRefusal(() => trainer(made(), { from, l2: 1 }), 'ArgumentError', 'l2', same);
    const network = () => trainer(made(), { from: toSafetensors(made()) });
    await expectRefusal(network, 'FormatError', 'another safetensors file', 'fromSafetensors(bytes)');
  });

  it('losses and optimizers by their names', async () => {
    for (const loss of ['mse', 'categorical_crossentropy']) {
      await expectRefusal(() => trainer(made(), { loss } as never), 'ArgumentError', 'Import one, as meanSquaredError', loss);
    }
    await expectRefusal(() => trainer(made(), { optimizer: 'adam' } as never), 'ArgumentError', 'Call one: adam()');
  });

  it('an example, data or a name as a target', async () => {
    const example = exclusiveOr().example(0);
    const both = 'backpropagate(network, example.input, example.target)';
    for (const given of [example, exclusiveOr()]) {
      await expectRefusal(() => backpropagate(made(), given as never, undefined as never), 'ArgumentError', both);
    }
    const label = 'A target is a label, or a row with a number for each output.';
    await expectRefusal(() => backpropagate(made(), [0, 1], 'one' as never), 'ArgumentError', 'expected 1 number,', label);
    await expectRefusal(() => meanSquaredError([1, 2], [1]), 'ShapeError', 'expected 2 numbers', 'got 1');
    expect(backpropagate(new Network([2, 3, 2]), example.input, example.target).loss).toBeGreaterThan(0);
  });
});
