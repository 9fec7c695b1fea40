// Limits of texts of JSON.
import { LimitError } from '../support/errors.js';
import { wording } from '../support/wording.js';
import type { NumberList } from './NumberList.js';

/** The limits of one text. */
export interface StrictJsonLimits {
  /** The deepest level of objects and arrays. */
  readonly depth: number;
  /** Whether numbers must be whole and written in digits alone: no sign, no point, no exponent. */
  readonly digitsOnly?: boolean | undefined;
  /** The store for the numbers of a key's list; undefined for a key whose list is read as an array. Our own texts have stores. */
  readonly listOf?: ((key: string) => NumberList | undefined) | undefined;
}

/** Values beside lists of numbers; arrays and objects among them, 50 for each layer that a network may have; fields of an object. */
const MOST = { values: 16_777_216, 'arrays and objects': 524_288, 'fields of an object': 65_536 };

/** Throws if a text holds more of something than its limit. */
export function checkCount(what: string, of: keyof typeof MOST, count: number): void {
  if (count > MOST[of]) throw new LimitError(wording(what, `at most ${MOST[of]} ${of}`, 'more'));
}
