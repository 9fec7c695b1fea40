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

const HEAD = ['version', 'kind', 'activations', 'trainable'] as const;

/** The fields of each kind in each version, from 1; undefined for a version that does not have the kind. */
export type Forms<Kind extends string> = Readonly<Record<Kind, readonly (readonly string[] | undefined)[]>>;

/** The versions: without names, and with them. */
export const PLAIN: Forms<'network' | 'classifier'> = {
  network: [HEAD, [...HEAD, 'classNames', 'columnNames']],
  classifier: [
    [...HEAD, 'classNames', 'width', 'scaling'],
    [...HEAD, 'classNames', 'networkClassNames', 'columnNames', 'width', 'scaling'],
  ],
};

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
  forms: Forms<Kind>,
): Description<Kind> {
  const head: { readonly version?: unknown; readonly kind?: unknown } = objectAt(path, parseOwnJson(path, text));
  const kinds = Object.keys(forms) as Kind[];
  const versions: readonly unknown[] = Array.from(
    { length: Math.max(...kinds.map((kind) => forms[kind].length)) },
    (_, index) => index + 1,
  );
  const version = versions.indexOf(head.version);
  if (version < 0) {
    throw fileError(
      `${path}.version`,
      eitherOf(versions),
      describe(head.version),
      'A newer version of glassbox-nn wrote it: update to read it.',
    );
  }
  const known = kinds.filter((one) => forms[one][version] !== undefined);
  const kind = known.find((one) => one === head.kind);
  if (kind === undefined) throw fileError(`${path}.kind`, eitherOf(known.map(describe)), describe(head.kind));
  const fields: Record<string, unknown> = fieldsAt(path, head, forms[kind][version] ?? []);
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
