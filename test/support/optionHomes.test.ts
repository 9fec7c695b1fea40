// Options of other libraries, and options in the wrong place: each is answered by where it belongs.
import { adam, adamW, earlyStopping, fit, Layer, Network, rmsprop, sgd, train, trainSteps } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { errorOf } from './refusals.js';
import { thrownBy } from './thrownBy.js';
import { exclusiveOr } from './toyData.js';

describe('new Network answers options that', () => {
  const remedyOf = (name: string) =>
    thrownBy(() => new Network([2, 3, 1], { [name]: 1 } as never)).message.split(`'${name}'. `)[1];

  it.each([
    'epochs learningRate learning_rate lr rate iterations errorThresh optimizer loss batchSize batch_size momentum',
    'beta1 epsilon weightDecay l1 l2 dropout clipNorm shuffle validationSplit earlyStopping stopping slowing callbacks log logPeriod verbose',
    'metrics callbackPeriod timeout praxis max_iter solver onEpoch signal history schedule decay',
  ])('belong to the training: %s', (names) => {
    for (const name of names.split(' ')) {
      expect(remedyOf(name), name).toMatch(
        /^It belongs to the training: train\(network, data, \{ optimizer: adam\(\{ learningRate/,
      );
    }
  });

  it('stand in the sizes', () => {
    for (const name of ['hiddenLayers', 'hidden_layer_sizes', 'hiddenSizes', 'layers', 'units', 'inputSize', 'outputSize']) {
      expect(remedyOf(name), name).toBe('The sizes say it, inputs first, outputs last: new Network([2, 16, 16, 1]).');
    }
  });

  it('it has under two names, or that are misspelt', () => {
    expect(remedyOf('activation')).toBe('A network has two: hidden and output.');
    expect(remedyOf('seeds')).toBe('Did you mean seed?');
    expect(remedyOf('initialiser')).toBe('Did you mean initializer?');
    expect(remedyOf('zzz')).toBeUndefined();
  });

  it('belong to its layers, where it is made of them', () => {
    const message = (name: string) => thrownBy(() => new Network([new Layer(2, 1)], { [name]: 1 } as never)).message;
    expect(message('hidden')).toMatch(/Give each Layer its own\.$/);
    expect(message('epochs')).toContain('It belongs to the training');
  });
});

describe('train, fit and trainSteps answer', () => {
  const remedyOf = async (name: string) => {
    const messages = await Promise.all(
      [train, fit, trainSteps].map(async (call) => {
        const error = await errorOf(() => call(new Network([2, 3, 1]), exclusiveOr(), { [name]: 1 } as never));
        return (error as Error).message.split(`'${name}'. `)[1];
      }),
    );
    expect(new Set(messages).size, name).toBe(1);
    return messages[0];
  };
  const RATE = 'The optimizer has it: { optimizer: adam({ learningRate: 0.01 }) }.';
  const PRINT = 'Write onEpoch: it is called with a record of every epoch, to be printed.';

  it.each([
    ['lr', RATE],
    ['rate', RATE],
    ['learning_rate', RATE],
    ['learningRate', RATE],
    ['beta1', 'The optimizer has it: { optimizer: adam({ beta1: ... }) }.'],
    ['beta_2', 'The optimizer has it: { optimizer: adam({ beta2: ... }) }.'],
    ['momentum', 'The optimizer has it: { optimizer: sgd({ momentum: 0.9 }) }.'],
    ['nesterov', 'The optimizer has it: { optimizer: sgd({ nesterov: ... }) }.'],
    ['weight_decay', 'The optimizer has it: { optimizer: adamW({ weightDecay: 0.004 }) }.'],
    ['log', PRINT],
    ['logPeriod', PRINT],
    ['verbose', PRINT],
    ['callback', PRINT],
    ['callbackPeriod', PRINT],
    ['metrics', 'Write measures: [f1], which are imported.'],
    ['timeout', 'Stop it by a signal: await fit(network, data, { signal: AbortSignal.timeout(10_000) }).'],
    ['iterations', 'Write epochs: how often to go over all examples.'],
    ['max_iter', 'Write epochs: how often to go over all examples.'],
    ['batch_size', 'Did you mean batchSize?'],
    ['random_state', 'Write seed.'],
    ['errorThresh', 'Stop by what is reached: { earlyStopping: (history) => (history.at(-1)?.loss ?? 1) < 0.005 }.'],
    ['praxis', 'Write optimizer: adam().'],
    ['callbacks', 'Use onEpoch and onBatch, earlyStopping: earlyStopping() and reduceOnPlateau: reduceOnPlateau().'],
    ['patience', 'Early stopping has it: { earlyStopping: earlyStopping({ patience: 5 }) }.'],
    ['min_delta', 'Early stopping has it: { earlyStopping: earlyStopping({ minDelta: ... }) }.'],
    ['n_iter_no_change', 'Early stopping has it: { earlyStopping: earlyStopping({ patience: 5 }) }.'],
    ['cooldown', 'reduceOnPlateau has it: { reduceOnPlateau: reduceOnPlateau({ cooldown: ... }) }.'],
    ['stopping', 'Write earlyStopping: earlyStopping().'],
    ['early_stopping', 'Did you mean earlyStopping?'],
    ['slowing', 'Write reduceOnPlateau: reduceOnPlateau().'],
    ['ReduceLROnPlateau', 'Write reduceOnPlateau: reduceOnPlateau().'],
    ['scheduler', 'The rate may be a schedule: adam({ learningRate: cosineDecay({ from, steps }) }).'],
    ['lr_scheduler', 'The rate may be a schedule: adam({ learningRate: cosineDecay({ from, steps }) }).'],
    ['validation_fraction', 'Write validationSplit.'],
    ['hiddenLayers', 'The sizes say it, the inputs first and the outputs last: new Network([2, 16, 16, 1]).'],
    ['hidden', 'The network has it: new Network([2, 16, 1], { hidden: ... }).'],
    ['epoch', 'Did you mean epochs?'],
    ['alpha', 'Write l2: alpha / (2 * batchSize).'],
    ['batch', 'Did you mean batchSize?'],
    ['validation', 'Did you mean validationData?'],
    ['val', 'Did you mean validationData?'],
    ['valData', 'Write validationData.'],
    ['monitor', 'Early stopping has it: { earlyStopping: earlyStopping({ monitor: ... }) }.'],
    ['criterion', 'Write loss.'],
    ['betas', 'The optimizer has it: { optimizer: adam({ beta1: ... }) }.'],
    ['dropoutRate', 'Did you mean dropout?'],
    ['penalty', 'Write l2.'],
    ['max_grad_norm', 'Write globalClipNorm.'],
    ['gradClip', 'Write globalClipNorm.'],
    ['plateau', 'Write reduceOnPlateau: reduceOnPlateau().'],
    ['on_epoch_end', 'Did you mean onEpoch?'],
    ['augment', 'Did you mean augmentation?'],
    ['numEpochs', 'Did you mean epochs?'],
    ['xyzzy', undefined],
  ])('%s', async (name, remedy) => expect(await remedyOf(name)).toBe(remedy));

  it('what fit alone has', async () => {
    for (const call of [train, trainSteps]) {
      const error = await errorOf(() => call(new Network([2, 1]), exclusiveOr(), { checkpoint: {} } as never));
      expect((error as Error).message).toMatch(/Only fit waits: await fit\(network, data, \{ checkpoint: \.\.\. \}\)\.$/);
    }
  });
});

describe('optimizers answer', () => {
  const remedyOf = (make: (options: never) => unknown, name: string) =>
    thrownBy(() => make({ [name]: 1 } as never)).message.split(`'${name}'. `)[1];

  it('the rate by any name', () => {
    for (const make of [sgd, adam, adamW, rmsprop]) {
      for (const name of ['lr', 'rate', 'learning_rate_init', 'eta']) expect(remedyOf(make, name)).toBe('Write learningRate.');
    }
  });

  it('alpha as the library that it comes from means it', () => {
    // The paper of Adam calls the rate alpha, PyTorch the decay rate of RMSprop, and scikit-learn the L2 penalty.
    expect(remedyOf(adam, 'alpha')).toBe('Write learningRate.');
    expect(remedyOf(sgd, 'alpha')).toBe('Write learningRate.');
    expect(remedyOf(rmsprop, 'alpha')).toBe('Write rho.');
    expect(remedyOf(adam, 'eps')).toBe('Did you mean epsilon?');
    expect(remedyOf(adam, 'betas')).toBe('Write beta1 and beta2.');
  });

  it('what the training has, and what another optimizer has', () => {
    for (const make of [sgd, adam]) {
      expect(remedyOf(make, 'epochs')).toBe('train has it: train(network, data, { epochs: 10 }).');
      expect(remedyOf(make, 'stopping')).toBe('train has it: train(network, data, { earlyStopping: earlyStopping() }).');
      expect(remedyOf(make, 'iterations')).toBe('train has it: train(network, data, { epochs: 10 }).');
      expect(remedyOf(make, 'timeout')).toContain('AbortSignal.timeout');
      expect(remedyOf(make, 'log')).toBe('train has it: train(network, data, { onEpoch: ... }).');
      expect(remedyOf(make, 'metrics')).toBe('train has it: train(network, data, { measures: ... }).');
    }
    expect(remedyOf(sgd, 'beta1')).toBe('The optimizer has it: train(network, data, { optimizer: adam({ beta1: ... }) }).');
    expect(remedyOf(adam, 'weightDecay')).toBe(
      'The optimizer has it: train(network, data, { optimizer: adamW({ weightDecay: 0.004 }) }).',
    );
    expect(remedyOf(adam, 'decay')).toContain('The rate may be a schedule');
  });

  it('of nothing that they do not know', () => {
    expect(thrownBy(() => earlyStopping({ patient: 1 } as never)).message).toMatch(/Did you mean patience\?$/);
  });
});
