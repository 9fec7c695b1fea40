// The description of a network: all but its numbers, as a text in the metadata of a file of another format. Other programs ignore it.
//
// { "version": 1, "kind": "network", "activations": ["relu", "softmax"], "trainable": [true, true] }
// { "version": 1, "kind": "classifier", "activations": [...], "trainable": [...], "classNames": ..., "width": ..., "scaling": ... }
//
// Version 2 has fields of names too, and is written where there are such names: "classNames" and "columnNames" of a network,
// "networkClassNames" and "columnNames" of a classifier. Readers of version 1 would lose the names without an error.
//
// Version 3 has a preparation: see describedTable.ts.
import { isClassifier } from '../classifier/isClassifier.js';
import type { Network } from '../model/Network.js';
import { describe } from '../support/wording.js';
import { fileError } from './fileError.js';
import { arrayAt, fieldsAt, objectAt } from './json/jsonFields.js';
import { hasNames, type Model, type ModelFields, modelText, networkOf } from './json/modelText.js';
import { parseOwnJson } from './json/ownJson.js';

/** The name of our text among the metadata. */
export const METADATA_KEY = 'glassbox-nn';

/** How the text of a model with a preparation begins. */
export const TABLE_START = '{"version": 3,';

/** The fields of a kind in each version, from 1; undefined for a version that does not have the kind. */
export interface Form<Kind extends string> {
  readonly kind: Kind;
  readonly versions: readonly (readonly string[] | undefined)[];
}

const NETWORK_1 = ['version', 'kind', 'activations', 'trainable'];
const NETWORK_2 = ['version', 'kind', 'activations', 'trainable', 'classNames', 'columnNames'];
const CLASSIFIER_1 = ['version', 'kind', 'activations', 'trainable', 'classNames', 'width', 'scaling'];
const CLASSIFIER_2 = [
  'version',
  'kind',
  'activations',
  'trainable',
  'classNames',
  'networkClassNames',
  'columnNames',
  'width',
  'scaling',
];
const CLASSIFIER_3 = ['version', 'kind', 'activations', 'trainable', 'networkClassNames', 'preparation'];
const REGRESSOR_3 = ['version', 'kind', 'activations', 'trainable', 'preparation'];

/** The versions: without names, and with them. */
export const PLAIN: readonly Form<'network' | 'classifier'>[] = [
  { kind: 'network', versions: [NETWORK_1, NETWORK_2] },
  { kind: 'classifier', versions: [CLASSIFIER_1, CLASSIFIER_2] },
];

/** The same, and the version of those with a preparation. */
export const WITH_TABLES: readonly Form<'network' | 'classifier' | 'regressor'>[] = [
  { kind: 'network', versions: [NETWORK_1, NETWORK_2] },
  { kind: 'classifier', versions: [CLASSIFIER_1, CLASSIFIER_2, CLASSIFIER_3] },
  { kind: 'regressor', versions: [undefined, undefined, REGRESSOR_3] },
];

/** The description, its activations not yet looked up. */
export interface Description<Kind extends string = 'network' | 'classifier'> {
  readonly kind: Kind;
  readonly activations: readonly unknown[];
  readonly trainable: readonly boolean[];
  /** Names, and the other fields of a classifier, unchecked. */
  readonly fields: ModelFields & Readonly<Record<string, unknown>>;
}

/** The description of a network or a classifier. */
export function descriptionText(model: Model): string {
  const more = modelText(model).replaceAll(',\n', ', ');
  const head = headText(hasNames(model) ? 2 : 1, isClassifier(model) ? 'classifier' : 'network', networkOf(model));
  return `{${head}${more && `, ${more}`}}`;
}

/** The fields that every description has. */
export function headText(version: number, kind: string, { layers }: Pick<Network, 'layers'>): string {
  const activations = JSON.stringify(layers.map(({ activation }) => activation.name));
  const trainable = JSON.stringify(layers.map((layer) => layer.trainable !== false));
  return `"version": ${version}, "kind": "${kind}", "activations": ${activations}, "trainable": ${trainable}`;
}

/** Reads the description of a network of so many layers, in one of these forms. */
export function readDescription<Kind extends string>(
  path: string,
  text: string,
  layers: number,
  forms: readonly Form<Kind>[],
): Description<Kind> {
  const head: { readonly version?: unknown; readonly kind?: unknown } = objectAt(path, parseOwnJson(path, text));
  const most = Math.max(...forms.map(({ versions }) => versions.length));
  const versions: readonly unknown[] = Array.from({ length: most }, (_, index) => index + 1);
  const version = versions.indexOf(head.version);
  if (version < 0) {
    throw fileError(
      `${path}.version`,
      eitherOf(versions),
      describe(head.version),
      'A newer version of glassbox-nn wrote it: update to read it.',
    );
  }
  const known = forms.filter((form) => form.versions[version] !== undefined);
  const form = known.find((one) => one.kind === head.kind);
  if (form === undefined) {
    throw fileError(`${path}.kind`, eitherOf(known.map((one) => describe(one.kind))), describe(head.kind));
  }
  const { kind } = form;
  const fields: Record<string, unknown> = fieldsAt(path, head, form.versions[version] ?? []);
  const activations = arrayAt(`${path}.activations`, fields.activations, layers);
  const trainable = arrayAt(`${path}.trainable`, fields.trainable, layers).map((value, index) => {
    if (typeof value === 'boolean') return value;
    throw fileError(`${path}.trainable[${index}]`, 'true or false', describe(value));
  });
  return { kind, activations, trainable, fields };
}

/** "a, b or c". */
function eitherOf(words: readonly unknown[]): string {
  return words.join(', ').replace(/, (?=[^,]*$)/, ' or ');
}
