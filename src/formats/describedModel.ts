// The description of a network: all but its numbers, as a text in the metadata of a file of another format. Other programs ignore it.
//
// { "version": 1, "kind": "network", "activations": ["relu", "softmax"], "trainable": [true, true] }
// { "version": 1, "kind": "classifier", "activations": [...], "trainable": [...], "classNames": ..., "width": ..., "scaling": ... }
//
// Version 2 has fields of names too, and is written where there are such names: "classNames" and "columnNames" of a network,
// "networkClassNames" and "columnNames" of a classifier. Readers of version 1 would lose the names without an error.
import { isClassifier } from '../classifier/isClassifier.js';
import { describe } from '../support/wording.js';
import { fileError } from './fileError.js';
import { arrayAt, fieldsAt, objectAt } from './json/jsonFields.js';
import { hasNames, type Model, type ModelFields, modelText, networkOf } from './json/modelText.js';
import { parseOwnJson } from './json/ownJson.js';

/** The name of our text among the metadata. */
export const METADATA_KEY = 'glassbox-nn';

/** The versions: without names, and with them. */
const VERSIONS: readonly unknown[] = [1, 2];
const FIELDS = {
  network: [
    ['version', 'kind', 'activations', 'trainable'],
    ['version', 'kind', 'activations', 'trainable', 'classNames', 'columnNames'],
  ],
  classifier: [
    ['version', 'kind', 'activations', 'trainable', 'classNames', 'width', 'scaling'],
    ['version', 'kind', 'activations', 'trainable', 'classNames', 'networkClassNames', 'columnNames', 'width', 'scaling'],
  ],
} as const;

/** The description, its activations not yet looked up. */
export interface Description {
  readonly kind: 'network' | 'classifier';
  readonly activations: readonly unknown[];
  readonly trainable: readonly boolean[];
  /** Names, and the other fields of a classifier, unchecked. */
  readonly fields: ModelFields;
}

/** The description of a network or a classifier. */
export function descriptionText(model: Model): string {
  const { layers } = networkOf(model);
  const activations = JSON.stringify(layers.map(({ activation }) => activation.name));
  const trainable = JSON.stringify(layers.map((layer) => layer.trainable !== false));
  const kind = isClassifier(model) ? 'classifier' : 'network';
  const more = modelText(model).replaceAll(',\n', ', ');
  const head = `"version": ${hasNames(model) ? 2 : 1}, "kind": "${kind}", "activations": ${activations}, "trainable": ${trainable}`;
  return `{${head}${more && `, ${more}`}}`;
}

/** Reads the description of a network of so many layers. */
export function readDescription(path: string, text: string, layers: number): Description {
  const head: { readonly version?: unknown; readonly kind?: unknown } = objectAt(path, parseOwnJson(path, text));
  const version = VERSIONS.indexOf(head.version);
  if (version < 0) {
    throw fileError(
      `${path}.version`,
      VERSIONS.join(' or '),
      describe(head.version),
      'A newer version of glassbox-nn wrote it: update to read it.',
    );
  }
  const { kind } = head;
  if (kind !== 'network' && kind !== 'classifier') throw fileError(`${path}.kind`, "'network' or 'classifier'", describe(kind));
  const fields: Record<string, unknown> = fieldsAt(path, head, FIELDS[kind][version]);
  const activations = arrayAt(`${path}.activations`, fields.activations, layers);
  const trainable = arrayAt(`${path}.trainable`, fields.trainable, layers).map((value, index) => {
    if (typeof value === 'boolean') return value;
    throw fileError(`${path}.trainable[${index}]`, 'true or false', describe(value));
  });
  return { kind, activations, trainable, fields };
}
