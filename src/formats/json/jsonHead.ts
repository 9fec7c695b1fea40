// The first words of a file: whether we wrote it, and what it is.

import { describe } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { objectAt } from './jsonFields.js';
import { FORMAT, KINDS_VERSION, VERSION } from './jsonModel.js';
import { remedyFor, twiceText } from './notOurs.js';

/** What a file may be. */
export type JsonKind = 'network' | 'classifier' | 'scaling';

/** How the reader of each is called, for those who called another. */
const READERS: Record<JsonKind, string> = {
  network: 'fromJson(text)',
  classifier: "fromJson(text, { kind: 'classifier' })",
  scaling: "fromJson(text, { kind: 'scaling' })",
};

/** The parsed file, if it is ours and what was asked for; `path` names it in errors. */
export function checkHead(path: string, value: unknown, wanted: JsonKind): object {
  const twice = twiceText(path, value);
  if (twice !== undefined) throw twice;
  const model = objectAt(path, value);
  const { format, version, kind } = ownFields(model);
  if (format !== FORMAT) throw fileError(`${path}.format`, `'${FORMAT}'`, saidOf(format), remedyFor(model));
  if (version !== VERSION && version !== KINDS_VERSION) {
    const newer = typeof version === 'number' && version > KINDS_VERSION;
    const remedy = newer ? 'A newer version of glassbox-nn wrote it: update to read it.' : 'Was it written by toJson?';
    throw fileError(`${path}.version`, `${VERSION} or ${KINDS_VERSION}`, saidOf(version), remedy);
  }
  const found = version === VERSION ? 'network' : kind;
  if (version === KINDS_VERSION && found !== 'classifier' && found !== 'scaling') {
    throw fileError(`${path}.kind`, "'classifier' or 'scaling'", saidOf(kind), 'Was it written by toJson?');
  }
  if (found !== wanted) {
    throw fileError(path, `a ${wanted}`, `a ${found}`, `Load it with ${READERS[found as JsonKind]}.`);
  }
  return model;
}

function ownFields(model: object): { format?: unknown; version?: unknown; kind?: unknown } {
  // What an object merely inherits is not in the file.
  return Object.assign(Object.create(null), model);
}

function saidOf(value: unknown): string {
  return value === undefined ? 'nothing' : describe(value);
}
