// The JSON forms: their words, and their fields.
//
// Version 1 is a network:
// { "format": "glassbox-nn", "version": 1, "layers": [
//   { "inputs": 2, "outputs": 1, "activation": "sigmoid", "weights": [[w, w]], "biases": [b] } ] }
//
// Version 2 says what it is:
// { "format": "glassbox-nn", "version": 2, "kind": "classifier", "classNames": ["a", "b"], "width": null, "scaling": null, "layers": [...] }
// { "format": "glassbox-nn", "version": 2, "kind": "scaling", "scaling": { "kind": "standard", "means": [m], "deviations": [d] } }
//
// weights[i] is neuron i's row, and null stands for what there is none of. A network alone is written as version 1, which every
// reader knows. A reader takes the versions it knows and no others, and no fields it does not know.

export const FORMAT = 'glassbox-nn';
export const VERSION = 1;
export const KINDS_VERSION = 2;
export const MODEL_FIELDS = ['format', 'version', 'layers'] as const;
export const CLASSIFIER_FIELDS = ['format', 'version', 'kind', 'classNames', 'width', 'scaling', 'layers'] as const;
export const SCALING_FIELDS = ['format', 'version', 'kind', 'scaling'] as const;
export const LAYER_FIELDS = ['inputs', 'outputs', 'activation', 'weights', 'biases'] as const;
/** What a layer has only where it is not as usual: "trainable": false where it does not learn. */
export const LAYER_EXTRAS = ['trainable'] as const;

/** The two columns of numbers of each scaling. */
export const SCALING_COLUMNS = { standard: ['means', 'deviations'], minMax: ['minimums', 'maximums'] } as const;
