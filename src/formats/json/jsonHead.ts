// The first fields of a file: its format, its version, and the kind of the model.
import { describe } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { fieldsAt, objectAt } from './jsonFields.js';
import { FORMAT, JSON_KINDS, type JsonKind, KIND_FIELDS, VERSIONS } from './jsonModel.js';
import { remedyFor, twiceText } from './notOurs.js';

/** The call that reads each kind, for the error of a call for another kind. */
const READERS: Record<JsonKind, string> = {
  network: 'fromJson(text)',
  classifier: "fromJson(text, { kind: 'classifier' })",
  regressor: "fromJson(text, { kind: 'regressor' })",
  scaling: "fromJson(text, { kind: 'scaling' })",
};

/** The fields of a parsed file, if toJson wrote it and it is of the wanted kind; `path` names it in errors. */
export function fieldsOfKind(path: string, value: unknown, wanted: JsonKind): Readonly<Record<string, unknown>> {
  const twice = twiceText(path, value);
  if (twice !== undefined) throw twice;
  const model = objectAt(path, value);
  const { format, version, kind, note } = ownFields(model);
  if (format !== FORMAT) throw fileError(`${path}.format`, `'${FORMAT}'`, saidOf(format), remedyFor(model));
  if (version === undefined && typeof note === 'string') {
    const remedy = 'It holds no numbers: save again, with toJson of glassbox-nn/formats.';
    throw fileError(path, 'the text that toJson wrote', `what JSON.stringify writes of a ${saidOf(kind)}`, remedy);
  }
  const known: readonly number[] = Object.values(VERSIONS);
  if (typeof version !== 'number' || !known.includes(version)) {
    const newer = typeof version === 'number' && version > VERSIONS.tables;
    const remedy = newer ? 'A newer version of glassbox-nn wrote it: update to read it.' : 'Was it written by toJson?';
    throw fileError(`${path}.version`, '1, 2, 3 or 4', saidOf(version), remedy);
  }
  const kinds = JSON_KINDS.filter((one) => KIND_FIELDS[one][version]);
  const found = version === VERSIONS.network ? 'network' : kinds.find((one) => one === kind);
  if (found === undefined) {
    throw fileError(
      `${path}.kind`,
      kinds
        .map(describe)
        .join(', ')
        .replace(/, (?=[^,]*$)/, ' or '),
      saidOf(kind),
      'Was it written by toJson?',
    );
  }
  if (found !== wanted) {
    throw fileError(path, `a ${wanted}`, `a ${found}`, `Load it with ${READERS[found]}.`);
  }
  return fieldsAt(path, model, KIND_FIELDS[wanted][version]);
}

function ownFields(model: object): { format?: unknown; version?: unknown; kind?: unknown; note?: unknown } {
  // An inherited property is not in the file.
  return Object.assign(Object.create(null), model);
}

function saidOf(value: unknown): string {
  return value === undefined ? 'nothing' : describe(value);
}
