// What columns and outputs are called.

/** The name of an output: a digit, or the number of a class. */
function outputName(output: number): string {
  return String(output);
}

/** The name of a layer, by its index in `network.layers`. */
export function layerName(layer: number, layers: number): string {
  return layer === layers - 1 ? 'output' : `layer ${layer + 1}`;
}

/** The name of a neuron, counted from 0 as in `network.layers`. */
export function neuronName(layer: number, neuron: number, layers: number): string {
  return layer === layers - 1 ? `output ${outputName(neuron)}` : `layer ${layer + 1}, neuron ${neuron}`;
}
