// Describes in few words what differs between the saved training and the given one.
import type { TrainingWords } from './describeTraining.js';

/** An option or one of its numbers, what was saved of it, and what is given. */
export interface Difference {
  readonly about: string;
  readonly expected: string;
  readonly got: string;
}

/** Describes how the words of this name differ. */
export function differenceOf(name: string, saved: TrainingWords, now: TrainingWords): Difference {
  const [expected = '', got = ''] = [saved[name], now[name]];
  if (name === 'data') return splitDifference(saved, now) ?? { about: name, expected, got };
  if (name === 'dropout' || name.endsWith(' settings')) return partDifference(name.replace(' settings', ''), expected, got);
  const settings = `${name} settings`;
  // The words of an optimizer are its name and float32 numbers; its settings give the same numbers with their names.
  if (name !== 'optimizer' || saved[settings] === undefined) return { about: name, expected, got };
  const [kind = '', other = ''] = [expected, got].map((words) => words.split(' ')[0]);
  if (kind !== other) return { about: name, expected: kind, got: other };
  return saved[settings] === now[settings] ? { about: name, expected, got } : differenceOf(settings, saved, now);
}

/** A number, with its name before it or without. */
const PART = /^(?:(\w+) )?(\S+)$/;

/** Of 'adam, beta1 0.9, beta2 0.999' or '0, 0.2': the first part that differs, with its name or its place. */
function partDifference(name: string, expected: string, got: string): Difference {
  const others = got.split(', ');
  const index = expected.split(', ').findIndex((part, at) => part !== others[at]);
  const [, label, value] = PART.exec(expected.split(', ')[index] ?? '') ?? [];
  const [, otherLabel, other] = PART.exec(others[index] ?? '') ?? [];
  const isSame = label === otherLabel && (label !== undefined || name === 'dropout');
  if (!isSame || value === undefined || other === undefined) return { about: name, expected, got };
  return { about: name + (label === undefined ? `[${index}]` : `.${label}`), expected: value, got: other };
}

/** Where both have the same examples in all, only their split into training and validation differs. */
function splitDifference(saved: TrainingWords, now: TrainingWords): Difference | undefined {
  const count = (words = '') => Number.parseInt(words, 10) || 0;
  const words = ({ data, validation }: TrainingWords) =>
    `${count(data)} examples to train with and ${count(validation)} for validation`;
  const all = ({ data, validation }: TrainingWords) => count(data) + count(validation);
  if (all(saved) !== all(now) || count(saved.data) === count(now.data)) return undefined;
  return { about: 'validationSplit, or a split of your own', expected: words(saved), got: words(now) };
}
