// What a file of another's format may become.
import { ArgumentError, FormatError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';

/** Throws unless it is the word for a network, or for a classifier. */
export function checkKind(what: string, kind: unknown): asserts kind is 'network' | 'classifier' {
  if (kind === 'network' || kind === 'classifier') return;
  throw new ArgumentError(wording(what, "'network' or 'classifier'", describe(kind)));
}

/** The error for a file that is one where the other was asked for. Scaling and names must not be lost without a word. */
export function otherKind(reader: string, found: 'network' | 'classifier'): FormatError {
  const [wanted, remedy] =
    found === 'network'
      ? ['a classifier', `Load it with ${reader}(bytes), and add scaling and names with classifier(network, ...).`]
      : [
          'a network alone',
          `It scales its inputs or names its classes: load it with ${reader}(bytes, { kind: 'classifier' }).`,
        ];
  return new FormatError(wording(reader, wanted, `a ${found}`, remedy));
}
