// What a network is beside its numbers, as a text in the metadata of a file of another's format: which other programs pass over.
//
// { "version": 1, "kind": "network", "activations": ["relu", "softmax"], "trainable": [true, true] }
// { "version": 1, "kind": "classifier", "activations": [...], "trainable": [...], "classNames": ..., "width": ..., "scaling": ... }
import type { Classifier } from '../classifier/Reading.js';
import type { Layer } from '../model/Layer.js';
import { describe } from '../support/wording.js';
import { fileError } from './fileError.js';
import { classifierText } from './json/classifierText.js';
import { arrayAt, fieldsAt, objectAt } from './json/jsonFields.js';
import { parseStrictJson } from './strictJson.js';

/** The name of our text among the metadata. */
export const METADATA_KEY = 'glassbox-nn';

const VERSION = 1;
const NETWORK_FIELDS = ['version', 'kind', 'activations', 'trainable'] as const;
const CLASSIFIER_FIELDS = ['version', 'kind', 'activations', 'trainable', 'classNames', 'width', 'scaling'] as const;

/** Far more than our own texts nest. */
const DEPTH = 8;

/** What our text says, its activations not yet looked up. */
export interface Description {
  readonly kind: 'network' | 'classifier';
  readonly activations: readonly unknown[];
  readonly trainable: readonly boolean[];
  /** The fields of a classifier, unchecked. */
  readonly fields: { readonly classNames: unknown; readonly width: unknown; readonly scaling: unknown };
}

/** The text for a network, or for a classifier. */
export function descriptionText(layers: readonly Layer[], classifier?: Classifier): string {
  const activations = JSON.stringify(layers.map(({ activation }) => activation.name));
  const trainable = JSON.stringify(layers.map((layer) => layer.trainable !== false));
  const kind = classifier === undefined ? 'network' : 'classifier';
  const more = classifier === undefined ? '' : `, ${classifierText(classifier).replaceAll(',\n', ', ')}`;
  return `{"version": ${VERSION}, "kind": "${kind}", "activations": ${activations}, "trainable": ${trainable}${more}}`;
}

/** What a text says of a network of so many layers. */
export function readDescription(path: string, text: string, layers: number): Description {
  const head = objectAt(path, parseStrictJson(path, text, { depth: DEPTH })) as {
    readonly version?: unknown;
    readonly kind?: unknown;
  };
  if (head.version !== VERSION) {
    throw fileError(
      `${path}.version`,
      `${VERSION}`,
      describe(head.version),
      'A newer version of glassbox-nn wrote it: update to read it.',
    );
  }
  const { kind } = head;
  if (kind !== 'network' && kind !== 'classifier') throw fileError(`${path}.kind`, "'network' or 'classifier'", describe(kind));
  const fields: Record<string, unknown> = fieldsAt(path, head, kind === 'network' ? NETWORK_FIELDS : CLASSIFIER_FIELDS);
  const activations = arrayAt(`${path}.activations`, fields.activations, layers);
  const trainable = arrayAt(`${path}.trainable`, fields.trainable, layers).map((value, index) => {
    if (typeof value === 'boolean') return value;
    throw fileError(`${path}.trainable[${index}]`, 'true or false', describe(value));
  });
  const { classNames, width, scaling } = fields;
  return { kind, activations, trainable, fields: { classNames, width, scaling } };
}
