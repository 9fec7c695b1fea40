// The column of classes of a CSV text.
import { closest, describe } from '../../support/wording.js';
import { PLAIN_NUMBER } from '../labelNumbers.js';
import { looksMissing, MISSING_REMEDY, missingAmong } from '../missingLabels.js';
import { csvError, HEADER_REMEDY } from './csvError.js';
import type { CsvPlan } from './csvOptions.js';
import { decimalAt } from './decimalAt.js';

/** What the labels of a column are. */
export type LabelKind = 'names' | 'numbers';

interface Label {
  /** The same string for the same class, however many lines have it. */
  readonly text: string;
  /** Where it stands first. */
  readonly line: number;
}

/** Gathers labels, and says in the end whether they are names or numbers. Two texts are never one class. */
export class CsvLabels {
  readonly distinct = new Map<string, Label>();
  readonly labels: string[] = [];
  readonly kind: LabelKind | undefined;
  /** The names that labels may have, if they are known. */
  readonly classNames: ReadonlySet<string> | undefined;
  /** What errors call the column. */
  readonly column: string;

  /** Whether it was seen from the first line alone that it is no header. */
  readonly guessed: boolean;

  constructor(column: string, { labelKind, classes, header }: CsvPlan) {
    const { classNames } = classes;
    this.column = column;
    this.guessed = header === undefined;
    this.kind = labelKind;
    this.classNames = classNames && new Set(classNames);
  }

  add(text: string, line: number): void {
    let label = this.distinct.get(text);
    if (label === undefined) {
      label = { text, line };
      this.check(label);
      this.distinct.set(text, label);
    }
    this.labels.push(label.text);
  }

  /** Whole numbers from 0 if every label is one, else names. */
  read(): readonly string[] | readonly number[] {
    if (this.classNames === undefined) {
      this.refuseMissing();
      this.refuseHeader();
    }
    if ((this.kind ?? this.kindOfAll()) === 'names') return this.labels;
    const numbers = this.numbers();
    return this.labels.map((text) => numbers.get(text) as number);
  }

  check({ text, line }: Label): void {
    const { classNames } = this;
    if (text === '' && !classNames?.has(text)) {
      throw this.error(line, 'a class', 'an empty field', 'Fill it in, or leave the line out.');
    }
    if (classNames !== undefined && !classNames.has(text)) {
      const meant = closest(text, [...classNames]);
      const remedy = looksMissing(text) ? `Leave the line out; ${MISSING_REMEDY}` : meant && `Did you mean ${describe(meant)}?`;
      throw this.error(line, 'one of the names in classes', describe(text), remedy);
    }
  }

  refuseMissing(): void {
    const missing = missingAmong(this.distinct.keys());
    if (missing === undefined) return;
    const { line } = this.distinct.get(missing) as Label;
    throw this.error(line, 'a class', `${describe(missing)}, as for a missing one`, `Leave the line out; ${MISSING_REMEDY}`);
  }

  /** A lone word above numbers is the name of the column: where other columns are named 0, 1, 2 a header is not seen as one. */
  refuseHeader(): void {
    const [first, ...others] = this.distinct.values();
    if (!this.guessed || first?.line !== 1 || others.length === 0 || this.labels.indexOf(first.text, 1) >= 0) return;
    if (!Number.isNaN(numberIn(first.text)) || others.some(({ text }) => Number.isNaN(numberIn(text)))) return;
    throw this.error(1, 'a number, as all labels below it', describe(first.text), HEADER_REMEDY);
  }

  /** Numbers if every label is a plain whole number; names if there is a word, or another way to write a whole number. */
  kindOfAll(): LabelKind {
    if (this.classNames !== undefined) return 'names';
    const labels = [...this.distinct.values()];
    if (labels.some(({ text }) => Number.isNaN(numberIn(text)))) return 'names';
    const odd = labels.find(({ text }) => !isIndex(numberIn(text)));
    if (odd !== undefined) {
      const remedy =
        "Numbers to answer are targets: targets: [...]. If these are classes, say labelKind: 'names'; numbers count classes from 0.";
      throw this.error(odd.line, 'a whole number from 0', describe(odd.text), remedy);
    }
    return labels.every(({ text }) => PLAIN_NUMBER.test(text)) ? 'numbers' : 'names';
  }

  /** What each text is as a number. */
  numbers(): Map<string, number> {
    const numbers = new Map<string, number>();
    const texts = new Map<number, string>();
    for (const { text, line } of this.distinct.values()) {
      const number = numberIn(text);
      const expected = "a whole number from 0, since labelKind is 'numbers'";
      if (!isIndex(number)) throw this.error(line, expected, describe(text), "If these are names, say labelKind: 'names'.");
      const other = texts.get(number);
      if (other !== undefined) {
        const got = `${describe(text)}, where ${describe(other)} stands elsewhere`;
        const remedy = "If they are one class, write them alike; if they are two, say labelKind: 'names'.";
        throw this.error(line, 'each number written in one way', got, remedy);
      }
      numbers.set(text, number);
      texts.set(number, text);
    }
    return numbers;
  }

  error(line: number, expected: string, got: string, remedy = ''): Error {
    return csvError(`line ${line}, ${this.column}`, expected, got, remedy);
  }
}

function numberIn(text: string): number {
  return decimalAt(text, 0, text.length);
}

function isIndex(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
