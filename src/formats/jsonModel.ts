// The JSON form of a network, version 1: its words, and its fields.
//
// { "format": "glassbox-nn", "version": 1, "layers": [
//   { "inputs": 2, "outputs": 1, "activation": "sigmoid", "weights": [[w, w]], "biases": [b] } ] }
//
// weights[i] is neuron i's row. A reader takes the versions it knows and no others, and no fields it does not know.

export const FORMAT = 'glassbox-nn';
export const VERSION = 1;
export const MODEL_FIELDS = ['format', 'version', 'layers'] as const;
export const LAYER_FIELDS = ['inputs', 'outputs', 'activation', 'weights', 'biases'] as const;
