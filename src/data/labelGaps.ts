// Gaps in labels: classes without an example.

/** Fewer classes than these may have gaps in a small data set. */
const MANY_CLASSES = 1000;
/** So many examples of each class, on average, and a class without any is hardly chance. */
const EXAMPLES_OF_EACH = 4;

/** Labels that leave classes without an example, in words. */
export interface LabelGaps {
  /** One more than the largest label. */
  readonly classes: number;
  /** As "1 to 26, so that class 0 has no example". */
  readonly odd: string;
  /** The remedy. */
  readonly remedy: string;
  /** Whether it is likely to be a mistake, and no small part of a data set that has all classes. */
  readonly likely: boolean;
}

/**
 * The gaps in labels, or undefined if every class from 0 to the largest label has an example.
 *
 * A part of a data set may lack classes by chance. Of n examples over k classes, all alike, a given class is missing in a share of
 * about e^(-n / k) of all parts: 2 % at four examples a class. Class 0 alone is hardly missing by chance, however few they are.
 *
 * @param labels - Whole numbers from 0: [count].
 */
export function gapsIn(labels: ArrayLike<number>): LabelGaps | undefined {
  const present = new Set<number>();
  let last = 0;
  for (let index = 0; index < labels.length; index++) {
    present.add(labels[index]);
    last = Math.max(last, labels[index]);
  }
  const classes = last + 1;
  const missing = classes - present.size;
  if (missing === 0 || present.size === 0) return undefined;
  const from = first((label) => present.has(label));
  const gap = first((label) => !present.has(label));
  const shifted = missing === from;
  const lack =
    missing === 1 ? `class ${gap} has no example` : `${missing} of ${classes} classes have no example, the first is ${gap}`;
  return {
    classes,
    odd: `${from === last ? `${last}` : `${from} to ${last}`}, so that ${lack}`,
    remedy: `${shifted && from === 1 ? 'Do they count from 1? Classes count from 0: labels.map((label) => label - 1). ' : ''}${NAMES_REMEDY}`,
    likely:
      (shifted && from === 1 && last > 1) ||
      (classes >= MANY_CLASSES ? missing > present.size : present.size > 1 && labels.length >= EXAMPLES_OF_EACH * present.size),
  };
}

/** The remedy where numbers are names. */
export const NAMES_REMEDY = "If they are names, give them as text: labels.map(String), or labelKind: 'names' in parseCsv.";

function first(is: (label: number) => boolean): number {
  let label = 0;
  while (!is(label)) label++;
  return label;
}
