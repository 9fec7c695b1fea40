// Which backend there is: the one that the project of this run asks for.
import { backend, evaluate, Network, predictor, setBackend, train } from 'glassbox-nn';
import { Dataset, dataset } from 'glassbox-nn/data';
import { describe, expect, inject, it } from 'vitest';
import { stepFor } from '../../src/engine/backend.js';
import { TrainingStep } from '../../src/learning/TrainingStep.js';
import { stepPlan } from '../learning/stepPlan.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal } from '../support/refusals.js';
import { exclusiveOr, randomExamples } from '../support/toyData.js';

/** Data whose readers are of a class of its own, and turn every input round. */
class Mirrored extends Dataset {
  override readInput(out: Float32Array, index: number): void {
    super.readInput(out, index);
    out.reverse();
  }
}

describe('the backend', () => {
  it('is what the project of this run asks for, so that all tests run on both', () => {
    expect(backend().name).toBe(inject('backend'));
    const step = stepFor(stepPlan({ network: new Network([2, 2]), data: exclusiveOr() }), 1);
    expect(step instanceof TrainingStep).toBe(inject('backend') === 'javascript');
    step.release();
  });

  it('is chosen for what begins from then on, until it is chosen again', () => {
    const before = backend();
    const network = new Network([2, 3, 1], { seed: 1 });
    const kept = predictor(network);
    setBackend('javascript');
    expect(backend()).toEqual({ name: 'javascript', reason: "setBackend('javascript') chose it" });
    expect(stepFor(stepPlan({ network, data: exclusiveOr() }), 1)).toBeInstanceOf(TrainingStep);
    expect([kept, predictor(network)].map(({ forward }) => forward([0, 1]))).toEqual(
      [network, network].map((one) => one.forward([0, 1])),
    );
    setBackend(undefined);
    expect(backend()).toEqual({ name: 'webassembly', reason: 'WebAssembly with 128-bit numbers works here' });
    setBackend('webassembly');
    expect(backend().name).toBe('webassembly');
    setBackend(before.name);
  });

  it('is refused under another name', async () => {
    const before = backend();
    for (const wrong of ['wasm', '', null, 1, {}]) {
      const words = ['setBackend', "expected 'webassembly', 'javascript' or undefined"];
      await expectRefusal(() => setBackend(wrong as 'javascript'), 'ArgumentError', ...words);
    }
    expect(backend()).toEqual(before);
  });

  it('reads data by their own readers, where they have some', () => {
    const data = randomExamples(20, 3, 2);
    const reversed = dataset({ inputs: [...data].map(({ input }) => input.reverse()), labels: data.labels as Int32Array });
    const results = [reversed, new Mirrored(data)].map((given) => {
      const network = new Network([3, 4, 2]) as Network;
      train(network, given, { batchSize: 3 });
      return [hashOfNetwork(network), evaluate(network, given)];
    });
    expect(results[1]).toEqual(results[0]);
  });
});
