// A predictor in plain JavaScript: the network's own forward, on a copy of its layers.
import { firstNotFinite } from '../learning/parameters.js';
import { argmax } from '../linalg/vectors.js';
import { forwardThrough } from '../model/forward.js';
import { zeros } from '../model/initializers/simple.js';
import { Layer } from '../model/Layer.js';
import type { Network } from '../model/Network.js';
import { type Runner, VERDICT } from './predictorRunner.js';

/** A copy of a network's layers. */
export function scriptRunner(network: Network): Runner {
  const layers = network.layers.map(copyOf);
  const answer = new Int32Array(1);
  let outputs: Float32Array = new Float32Array(0);
  return {
    rows: 1,
    run(inputs) {
      // A copy, since memory may be shared with others who change it.
      const input = new Float32Array(inputs);
      if (firstNotFinite(input) >= 0) return VERDICT.badInput;
      outputs = forwardThrough(layers, input);
      return outputs.every(Number.isFinite) ? VERDICT.fine : VERDICT.overflow;
    },
    outputs: () => outputs,
    answers() {
      answer[0] = argmax(outputs);
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
