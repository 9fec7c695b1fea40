// Warnings for labels that look like a mistake, and may be meant.
import { describe, wording } from '../support/wording.js';
import { gapsIn } from './doubtfulLabels.js';

/** Fewer examples than these may well be of a class each: letters, say, one of each. */
const MANY_EXAMPLES = 100;
/** Shorter names may differ in case alone: letters, and pairs of them. */
const WORD = 3;

/** The warnings for labels whose classes were counted or gathered from them, and not given. */
export function labelWarnings(what: string, labels: Int32Array, classNames: readonly string[] | undefined): string[] {
  const odd = classNames === undefined ? gapsWarning(what, labels) : alikeWarning(what, classNames);
  return [odd, loneWarning(what, labels)].filter((warning) => warning !== undefined);
}

function gapsWarning(what: string, labels: Int32Array): string | undefined {
  const gaps = gapsIn(labels);
  if (!gaps?.likely) return undefined;
  const remedy = `${gaps.remedy} If they are right, give classes: ${gaps.classes}.`;
  return wording(what, 'whole numbers from 0 without gaps', gaps.odd, remedy);
}

/** The warning for two names that look alike: 'Yes' and 'yes', 'cat' and 'cat ', one letter written in two ways. */
function alikeWarning(what: string, names: readonly string[]): string | undefined {
  const seen = new Map<string, string>();
  for (const name of names) {
    const text = name.trim().normalize();
    const key = text.length < WORD ? text : text.toLowerCase();
    const other = seen.get(key);
    if (other !== undefined) {
      const got = `${describe(other)} and ${describe(name)}`;
      const remedy = 'If they are one class, write them alike; if they are right, list them in classes.';
      return wording(what, 'names that differ in more than case and blanks', got, remedy);
    }
    seen.set(key, name);
  }
  return undefined;
}

/** The warning for labels that are hardly classes: most of them have a single example, as identifiers and measured numbers do. */
function loneWarning(what: string, labels: Int32Array): string | undefined {
  const distinct = new Set(labels).size;
  if (labels.length < MANY_EXAMPLES || distinct * 2 <= labels.length) return undefined;
  const got = `${distinct} classes of ${labels.length} examples`;
  const remedy = 'Is it the right column? Numbers to answer are targets. If it is right, give classes.';
  return wording(what, 'classes with several examples each', got, remedy);
}
