// The column of classes of a CSV text.
import { closest, describe } from '../../support/wording.js';
import { PLAIN_NUMBER } from '../doubtfulLabels.js';
import { looksMissing, MISSING_REMEDY, missingAmong } from '../missingLabels.js';
import { csvError, HEADER_REMEDY } from './csvError.js';
import type { CsvPlan } from './csvOptions.js';
import { decimalAt } from './decimalAt.js';

/** The labels of a column. */
export type LabelKind = 'names' | 'numbers';

/** Gathers labels, and decides at the end whether they are names or numbers. Two texts are never one class. */
export class CsvLabels {
  /** The place of each text among `texts`: the same string for the same class, however many lines have it. */
  readonly places = new Map<string, number>();
  readonly texts: string[] = [];
  /** The line where each text stands first. */
  readonly lines: number[] = [];
  /** The place of each line's text. */
  readonly labels: number[] = [];
  readonly kind: LabelKind | undefined;
  /** The names that labels may have, if they are known. */
  readonly classNames: ReadonlySet<string> | undefined;
  /** The name of the column in errors. */
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
    let place = this.places.get(text);
    if (place === undefined) {
      this.check(text, line);
      place = this.texts.length;
      this.places.set(text, place);
      this.texts.push(text);
      this.lines.push(line);
    }
    this.labels.push(place);
  }

  /** Whole numbers from 0 if every label is one, else names. */
  read(): readonly string[] | readonly number[] {
    if (this.classNames === undefined) {
      this.refuseMissing();
      this.refuseHeader();
    }
    const { labels, texts } = this;
    if ((this.kind ?? this.kindOfAll()) === 'names') return labels.map((place) => texts[place]);
    const numbers = this.numbers();
    return labels.map((place) => numbers[place]);
  }

  check(text: string, line: number): void {
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
    const missing = missingAmong(this.texts);
    if (missing === undefined) return;
    throw this.error(
      this.lines[this.texts.indexOf(missing)],
      'a class',
      `${describe(missing)}, as for a missing one`,
      `Leave the line out; ${MISSING_REMEDY}`,
    );
  }

  /** A lone word above numbers is the name of the column: where other columns are named 0, 1, 2 a header is not seen as one. */
  refuseHeader(): void {
    const { texts } = this;
    if (!this.guessed || this.lines[0] !== 1 || texts.length < 2 || this.labels.indexOf(0, 1) >= 0) return;
    if (texts.some((text, place) => Number.isNaN(numberIn(text)) !== (place === 0))) return;
    throw this.error(1, 'a number, as all labels below it', describe(texts[0]), HEADER_REMEDY);
  }

  /** Numbers if every label is a plain whole number; names if there is a word, or another way to write a whole number. */
  kindOfAll(): LabelKind {
    if (this.classNames !== undefined) return 'names';
    const { texts } = this;
    if (texts.some((text) => Number.isNaN(numberIn(text)))) return 'names';
    const odd = texts.findIndex((text) => !isIndex(numberIn(text)));
    if (odd >= 0) {
      const remedy =
        "Numbers to answer are targets: targets: [...]. If these are classes, say labelKind: 'names'; numbers count classes from 0.";
      throw this.error(this.lines[odd], 'a whole number from 0', describe(texts[odd]), remedy);
    }
    return texts.every(isPlain) ? 'numbers' : 'names';
  }

  /** What each text is as a number: [texts]. */
  numbers(): readonly number[] {
    const numbers = this.texts.map((text, place) => {
      const number = numberIn(text);
      if (isIndex(number)) return number;
      const expected = "a whole number from 0, since labelKind is 'numbers'";
      throw this.error(this.lines[place], expected, describe(text), "If these are names, say labelKind: 'names'.");
    });
    if (!this.texts.every(isPlain)) this.refuseTwoWays(numbers);
    return numbers;
  }

  refuseTwoWays(numbers: readonly number[]): void {
    const seen = new Map<number, string>();
    this.texts.forEach((text, place) => {
      const other = seen.get(numbers[place]);
      if (other !== undefined) {
        const got = `${describe(text)}, where ${describe(other)} stands elsewhere`;
        const remedy = "If they are one class, write them alike; if they are two, say labelKind: 'names'.";
        throw this.error(this.lines[place], 'each number written in one way', got, remedy);
      }
      seen.set(numbers[place], text);
    });
  }

  error(line: number, expected: string, got: string, remedy = ''): Error {
    return csvError(`line ${line}, ${this.column}`, expected, got, remedy);
  }
}

function numberIn(text: string): number {
  return decimalAt(text, 0, text.length);
}

/** Whether a text is a whole number as programs write it when they count. */
function isPlain(text: string): boolean {
  return PLAIN_NUMBER.test(text);
}

function isIndex(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
