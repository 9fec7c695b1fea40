// Errors for values and texts that toJson did not write, with what to do.
import type { FormatError } from '../../support/errors.js';
import { unread } from '../../support/unread.js';
import { describe } from '../../support/wording.js';
import { fileError } from '../fileError.js';

/** The error for a value that is no text. */
export function noText(path: string, value: unknown): FormatError {
  const { got, remedy } = unread(value, 'text') ?? {
    got: describe(value),
    remedy:
      value === null || value === undefined
        ? 'Nothing was there: has it been saved?'
        : 'Pass the text itself, not what JSON.parse made of it; of an imported .json file, JSON.stringify(file).',
  };
  return fileError(path, 'the text that toJson wrote', got, remedy);
}

/** The error for a text inside of a text; undefined for any other value. */
export function twiceText(path: string, value: unknown): FormatError | undefined {
  if (typeof value !== 'string' || !/^\s*\{/.test(value)) return undefined;
  const remedy = 'What toJson returns is JSON already: save it as it is. This one can be read as fromJson(JSON.parse(text)).';
  return fileError(path, 'an object', 'a text in quotes, which was made JSON twice', remedy);
}

/** The remedy for an object that toJson did not write. */
export function remedyFor(object: object): string {
  if (Object.hasOwn(object, 'modelTopology')) {
    return "It is a model of TensorFlow.js: read it with fromTensorFlow({ 'model.json': text, ... }).";
  }
  if (Object.hasOwn(object, 'layers') || Object.hasOwn(object, 'network')) {
    return 'JSON.stringify of a network or classifier cannot be read back: save it with toJson of glassbox-nn/formats.';
  }
  return 'Was it written by toJson?';
}
