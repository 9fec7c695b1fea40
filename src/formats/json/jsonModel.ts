// The forms of JSON files: their versions and their fields.
//
// Version 1 is a network:
// { "format": "glassbox-nn", "version": 1, "layers": [
//   { "inputs": 2, "outputs": 1, "activation": "sigmoid", "weights": [[w, w]], "biases": [b] } ] }
//
// Version 2 has a kind:
// { "format": "glassbox-nn", "version": 2, "kind": "classifier", "classNames": ["a", "b"], "width": null, "scaling": null, "layers": [...] }
// { "format": "glassbox-nn", "version": 2, "kind": "scaling", "scaling": { "kind": "standard", "means": [m], "deviations": [d] } }
//
// Version 3 has the fields of version 2 and names of columns, and a network has its names too. It is written where there are such names:
// { "format": "glassbox-nn", "version": 3, "kind": "network", "classNames": ["a", "b"], "columnNames": null, "layers": [...] }
// { "format": "glassbox-nn", "version": 3, "kind": "classifier", "classNames": ["a", "b"], "networkClassNames": null,
//   "columnNames": ["x", "y"], "width": null, "scaling": null, "layers": [...] }
// { "format": "glassbox-nn", "version": 3, "kind": "scaling", "columnNames": ["x"], "scaling": { "kind": "standard", ... } }
//
// Version 4 has a preparation in place of scaling, columns and classes: of a classifier of tables, or of a regressor:
// { "format": "glassbox-nn", "version": 4, "kind": "classifier", "networkClassNames": null, "preparation": { "columns": [
//   { "name": "age", "kind": "number", "missing": "median", "fill": 28, "indicator": false, "scale": "standardize", "offset": m, "divisor": d },
//   { "name": "ship_class", "kind": "word", "missing": "refuse", "fill": null, "indicator": false, "categories": ["first", "third"], "unseen": "refuse" },
//   { "name": "member", "kind": "yes/no", "missing": "mostFrequent", "fill": true, "indicator": false }, { "name": "id", "kind": "drop" } ],
//   "targets": [{ "name": "survived", "kind": "yes/no", "categories": ["no", "yes"] }] }, "layers": [...] }
// { "format": "glassbox-nn", "version": 4, "kind": "regressor", "preparation": { "columns": [...],
//   "targets": [{ "name": "price", "kind": "number", "scale": "standardize", "offset": m, "divisor": d }] }, "layers": [...] }
//
// weights[i] is neuron i's row, and null stands for a field without a value. A network without names is written as version 1, which
// every reader knows. A reader takes the versions it knows and no others, and no fields it does not know.

export const FORMAT = 'glassbox-nn';

/** The versions of a file: the first one, the one with a kind, the one with names of columns, and the one with a preparation. */
export const VERSIONS = { network: 1, kinds: 2, names: 3, tables: 4 } as const;

/** The kinds of files. */
export const JSON_KINDS = ['network', 'classifier', 'regressor', 'scaling'] as const;

/** One of these. */
export type JsonKind = (typeof JSON_KINDS)[number];

/** The fields of each kind in each version. */
export const KIND_FIELDS: Readonly<Record<JsonKind, Readonly<Record<number, readonly string[]>>>> = {
  network: {
    1: ['format', 'version', 'layers'],
    3: ['format', 'version', 'kind', 'classNames', 'columnNames', 'layers'],
  },
  classifier: {
    2: ['format', 'version', 'kind', 'classNames', 'width', 'scaling', 'layers'],
    3: ['format', 'version', 'kind', 'classNames', 'networkClassNames', 'columnNames', 'width', 'scaling', 'layers'],
    4: ['format', 'version', 'kind', 'networkClassNames', 'preparation', 'layers'],
  },
  regressor: {
    4: ['format', 'version', 'kind', 'preparation', 'layers'],
  },
  scaling: {
    2: ['format', 'version', 'kind', 'scaling'],
    3: ['format', 'version', 'kind', 'columnNames', 'scaling'],
  },
};
export const LAYER_FIELDS = ['inputs', 'outputs', 'activation', 'weights', 'biases'] as const;
/** Fields that only an unusual layer has: "trainable": false if it is frozen. */
export const LAYER_EXTRAS = ['trainable'] as const;

/** The two columns of numbers of each scaling. */
export const SCALING_COLUMNS = { standard: ['means', 'deviations'], minMax: ['minimums', 'maximums'] } as const;
