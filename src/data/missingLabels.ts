// Words in a column of classes that stand for a missing class.

/** Missing values as R, pandas, SQL, spreadsheets and the files of UCI write them, and an empty cell. Na is sodium. */
export const MISSING = /^(?:|<NA>|#?N\/?A|n\/?a|[Nn]ull|NULL|\\N|[+-]?(?:NaN|nan|NAN)|undefined|\?+|-+)$/;
/** A label without a letter or a digit: '+', '!', '=='. */
const MARK = /^[^\p{L}\p{N}]+$/u;
const SIGN = /^[+\-\u2212\u00b1]+$/;

/** The remedy, after what the caller can do with the example. */
export const MISSING_REMEDY = 'if the word is meant as a class, list it in classes.';

/** Whether a name, seen alone, says that the class is missing. */
export function looksMissing(name: string): boolean {
  return MISSING.test(name.trim());
}

/**
 * The first name that says that a class is missing, or undefined if all are classes.
 *
 * '-' is a class where another label is a mark too: '+' and '-' are the classes of many tables. So is '?', unless the other marks
 * are signs alone.
 */
export function missingAmong(names: Iterable<string>): string | undefined {
  const suspects: string[] = [];
  let marks = 0;
  let signs = 0;
  for (const name of names) {
    const label = name.trim();
    if (looksMissing(label)) suspects.push(name);
    else if (SIGN.test(label)) signs++;
    else if (MARK.test(label)) marks++;
  }
  return suspects.find((name) => {
    const label = name.trim();
    if (label.startsWith('?')) return marks === 0;
    return label.startsWith('-') && SIGN.test(label) ? marks + signs === 0 : true;
  });
}
