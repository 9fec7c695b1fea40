// Numbers as single characters, the form of pictures and weights that come with the package.
import { FormatError } from '../support/errors.js';
import { describe, wording } from '../support/wording.js';

/** The characters of 0, 1, 2, ..., 90: printable, and without need of escapes in quotes. */
export const CHARACTERS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+,-./:;<=>?@[]^_{|}~ ';

/** The numbers of a text's characters, each from 0 to 90: [length of the text]. */
export function numbersOf(text: string): Uint8Array {
  const values = new Map(Array.from(CHARACTERS, (character, value) => [character, value]));
  return Uint8Array.from(text, (character) => {
    const value = values.get(character);
    if (value === undefined)
      throw new FormatError(wording('packed text', 'characters that stand for numbers', describe(character)));
    return value;
  });
}
