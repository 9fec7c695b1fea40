// One example and what it asks for: backpropagation, as nudges to neurons.
import { backpropagate, copyOf, type Loss, type Network } from 'glassbox-nn';
import { readParameters, writeParameters } from './parameters';

/** What one example asks of one column of neurons. */
interface ColumnNudges {
  /** [neurons], how bright each is now. */
  readonly activations: Float32Array;
  /** [neurons], above 0 where it should be brighter, below 0 where dimmer: of the output, how far it is off; before, minus the slope of the cost. */
  readonly nudges: Float32Array;
}

/** What one example asks for. */
export interface OneExample {
  readonly cost: number;
  /** The cost of the same example after one step of plain gradient descent. */
  readonly costAfter: number;
  /** For each column, the input's first. */
  readonly columns: readonly ColumnNudges[];
  /** For each layer, how many of its weights and biases the step would turn up, and down. */
  readonly turned: readonly { readonly up: number; readonly down: number }[];
}

/** Whose cost is asked about. */
export interface Asked {
  readonly input: Float32Array;
  /** The answer that is wished for. */
  readonly label: number;
  readonly loss: Loss | undefined;
}

/** What an example asks for. The step is tried on a copy. */
export function nudgesOf(network: Network, asked: Asked, stepSize: number): OneExample {
  const { loss: cost, deltas, gradients, trace } = slopes(network, asked);
  const columns = [trace.input, ...trace.layers.map(({ activations }) => activations)].map((activations, column) => ({
    activations,
    nudges:
      column === network.layers.length
        ? activations.map((activation, neuron) => (neuron === asked.label ? 1 : 0) - activation)
        : askedOf(network, column, deltas[column] as Float32Array),
  }));
  const turned = gradients.map(({ weights, biases }) => {
    const knobs = [...weights, ...biases];
    return { up: knobs.filter((slope) => slope < 0).length, down: knobs.filter((slope) => slope > 0).length };
  });
  const tried = copyOf(network);
  descend(tried, gradients, stepSize);
  return { cost, costAfter: allFinite(tried) ? slopes(tried, asked).loss : Number.NaN, columns, turned };
}

/**
 * One step of plain gradient descent on one example.
 *
 * @throws An error in words for people, and nothing has changed, where a weight or bias would not be a number any more.
 */
export function takeStep(network: Network, asked: Asked, stepSize: number): void {
  const stepped = copyOf(network);
  descend(stepped, slopes(network, asked).gradients, stepSize);
  if (!allFinite(stepped)) {
    throw new Error('The step was not taken: its weights would be too large to be numbers. Choose a smaller step.');
  }
  writeParameters(network, readParameters(stepped));
}

function allFinite(network: Network): boolean {
  return readParameters(network).every(Number.isFinite);
}

function slopes(network: Network, { input, label, loss }: Asked) {
  return backpropagate(network, input, label, loss === undefined ? {} : { loss });
}

/** [inputs of the layer], minus the transposed weights x the layer's deltas: what each neuron after it asks for, by how much it listens. */
function askedOf(network: Network, layer: number, deltas: Float32Array): Float32Array {
  const { inputs, weights } = network.layers[layer] as Network['layers'][number];
  const asked = new Float32Array(inputs);
  deltas.forEach((delta, neuron) => {
    for (let from = 0; from < inputs; from++) (asked[from] as number) -= (weights[neuron * inputs + from] as number) * delta;
  });
  return asked;
}

function descend(network: Network, gradients: ReturnType<typeof slopes>['gradients'], stepSize: number): void {
  network.layers.forEach(({ weights, biases }, layer) => {
    const slope = gradients[layer] as (typeof gradients)[number];
    for (const [knobs, by] of [[weights, slope.weights] as const, [biases, slope.biases] as const]) {
      for (let place = 0; place < knobs.length; place++) (knobs[place] as number) -= stepSize * (by[place] as number);
    }
  });
}
