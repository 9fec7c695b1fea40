// A predictor in plain JavaScript: the network's own forward, on a copy of its layers.
import { argmax } from '../linalg/argmax.js';
import { forwardThrough } from '../model/forward.js';
import { zeros } from '../model/initializers/simple.js';
import { Layer } from '../model/Layer.js';
import type { Network } from '../model/Network.js';
import { firstNotFinite } from '../support/checks.js';
import { type Runner, VERDICT } from './predictorRunner.js';

/** A copy of a network's layers. */
export function scriptRunner(network: Pick<Network, 'layers' | 'sizes'>): Runner {
  const layers = network.layers.map(copyOf);
  const answer = new Int32Array(1);
  let results: Float32Array = new Float32Array(0);
  return {
    inputs: network.sizes[0],
    outputs: network.sizes[network.sizes.length - 1],
    rows: 1,
    run(inputs) {
      // A copy, since another thread may change shared memory.
      const input = new Float32Array(inputs);
      if (firstNotFinite(input) >= 0) return VERDICT.badInput;
      results = forwardThrough(layers, input);
      return results.every(Number.isFinite) ? VERDICT.fine : VERDICT.overflow;
    },
    results: () => results,
    copy: { layers, sizes: network.sizes },
    answers() {
      answer[0] = argmax(results);
      return answer;
    },
  };
}

function copyOf({ inputs, outputs, activation, weights, biases }: Layer): Layer {
  const copy = new Layer(inputs, outputs, { activation, initializer: zeros });
  copy.weights.set(weights);
  copy.biases.set(biases);
  return copy;
}
