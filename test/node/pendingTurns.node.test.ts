// Memory of a training or an evaluation that is given up while its threads are at work: it is given to no other (case 144).
import { crossEntropy, evaluate, evaluateAsync, fit, Network, relu, softmax, train } from 'glassbox-nn';
import type { Dataset } from 'glassbox-nn/data';
import { nodeThreads } from 'glassbox-nn/node';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluationRun } from '../../src/training/evaluationRun.js';
import { planTraining } from '../../src/training/planTraining.js';
import { trainingLoop } from '../../src/training/trainingLoop.js';
import { askFor } from '../support/backends.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { randomExamples } from '../support/toyData.js';

// Without the core there is nothing that threads could share.
askFor('webassembly');

const threads = nodeThreads(3, { leastWork: 0 });
afterAll(() => threads.end());

const fresh = (width: number) => new Network([width, 300, 3], { hidden: relu, output: softmax, seed: 8 });

/** Inputs whose memory is shared by all that need one, and inputs that are kept in a memory of their own. */
const cases: readonly (readonly [name: string, data: Dataset])[] = [
  ['few inputs', randomExamples(400, 30, 3)],
  ['inputs that are kept', randomExamples(900, 300, 3)],
];

describe.each(cases)('%s', (_name, data) => {
  it('an evaluation that is given up in a turn does not disturb the next one (case 144)', async () => {
    const network = fresh(data.width);
    const expected = evaluate(network, data);
    const turns: Promise<unknown>[] = [];
    for (let round = 0; round < 10; round++) {
      const run = evaluationRun(network, data, crossEntropy, threads);
      turns.push(run.next().value as Promise<void>);
      run.return(undefined as never);
      expect(await evaluateAsync(network, data, { threads })).toEqual(expected);
    }
    await Promise.all(turns);
    expect(turns.every((turn) => turn instanceof Promise)).toBe(true);
  });

  it('a training that is given up in a turn does not disturb the next one (case 144)', async () => {
    const options = { batchSize: 50, epochs: 2 };
    const golden = fresh(data.width);
    train(golden, data, options);
    const turns: Promise<unknown>[] = [];
    for (let round = 0; round < 10; round++) {
      const run = trainingLoop(planTraining(fresh(data.width), data, options), { threads, waits: true });
      let pause = run.next().value;
      while (pause === undefined) pause = run.next().value;
      if (pause instanceof Promise) turns.push(pause);
      run.return([]);
      const network = fresh(data.width);
      await fit(network, data, { ...options, threads });
      expect(hashOfNetwork(network)).toBe(hashOfNetwork(golden));
    }
    await Promise.all(turns);
    expect(turns.length).toBe(10);
  });
});
