// Gathers the cells of a column, and decides at the end of which kind it is.
import { describe, numbersIn } from '../../support/wording.js';
import { inClassOrder } from '../classOrder.js';
import { otherNotation } from '../csv/numberRemedy.js';
import { looksMissing, missingAmong } from '../missingLabels.js';
import { areYesNo, type ColumnKind, LEADING_ZERO, numberIn, YES_NO, yesNoIn } from './cells.js';
import { growingFloats, growingIntegers } from './GrowingNumbers.js';
import { numberColumn, type TableColumn, wordColumn } from './TableColumn.js';

/** What a column must know of its table. */
export interface BuilderOptions {
  /** The kind that was stated, if one was. */
  readonly kind: ColumnKind | undefined;
  /** Cells that stand for a missing one, if the usual ones do not. */
  readonly missingValues: ReadonlySet<string> | undefined;
  /** The error for a cell: `place` is a line of the text or an index of the rows. */
  readonly fault: (place: number, column: string, expected: string, got: string, remedy: string) => Error;
  /** A place in words, as 'line 3'. */
  readonly placeName: (place: number) => string;
}

/** Marks for a missing number that are words in some tables: infinities hold their places among finite numbers. */
const MARKS = [
  ['-', -Infinity],
  ['?', Infinity],
] as const;

/** A piece of a long text keeps all of it in memory. */
const LONG = 12;

/** The cells of a column so far: numbers, and from the first word on the places of words. */
export class ColumnBuilder {
  readonly name: string;
  readonly options: BuilderOptions;
  numbers = growingFloats();
  readonly codes = growingIntegers();
  /** Whether all cells so far are numbers or missing. */
  isNumeric: boolean;
  /** The words, and the place of each. */
  readonly words: string[] = [];
  readonly places = new Map<string, number>();
  /** Cells that are numbers, and words that are none. */
  counted = 0;
  worded = 0;
  firstWord: { readonly text: string; readonly place: number } | undefined;

  constructor(name: string, options: BuilderOptions) {
    this.name = name;
    this.options = options;
    this.isNumeric = options.kind === undefined || options.kind === 'number';
  }

  /** Cells so far. */
  get length(): number {
    return this.isNumeric ? this.numbers.length : this.codes.length;
  }

  /** Adds a finite number; `text` is how it was written, where that is known. */
  addNumber(number: number, place: number, text?: string): void {
    const { kind, missingValues } = this.options;
    if (missingValues !== undefined && (missingValues.has(String(number)) || (text !== undefined && missingValues.has(text)))) {
      this.addMissing();
    } else if (this.isNumeric) {
      this.counted += 1;
      this.numbers.add(number);
    } else if (kind === undefined) {
      this.counted += 1;
      // So that 7 and 7.0 are one word, whether the first word of the column comes before or after.
      this.addWord(String(number));
    } else this.addText(text ?? String(number), place);
  }

  addMissing(): void {
    if (this.isNumeric) this.numbers.add(Number.NaN);
    else this.codes.add(-1);
  }

  /** Adds a cell of text, without blanks around it. */
  addText(text: string, place: number): void {
    const { kind, missingValues } = this.options;
    const number = kind === undefined || kind === 'number' ? numberIn(text, kind === 'number') : undefined;
    const mayMiss = missingValues === undefined && looksMissing(text);
    if (text === '' || missingValues?.has(text)) this.addMissing();
    else if (number !== undefined) this.addNumber(number, place, text);
    // The other words of the column show whether '-' and '?' are words too.
    else if (this.isNumeric && mayMiss) this.numbers.add(MARKS.find(([mark]) => mark === text)?.[1] ?? Number.NaN);
    else if (kind === 'number') throw this.notNumber(text, place);
    else if (kind === 'yes/no' && !mayMiss) this.addWord(this.yesNo(text, place));
    else {
      if (this.isNumeric) this.toWords();
      // Codes with zeros in front stand beside codes without them.
      if (!mayMiss && !LEADING_ZERO.test(text)) {
        this.worded += 1;
        this.firstWord ??= { text, place };
      }
      this.addWord(text);
    }
  }

  yesNo(text: string, place: number): string {
    const number = yesNoIn(text);
    if (number !== undefined) return YES_NO[number];
    throw this.options.fault(place, this.name, 'yes or no, true or false, or 1 or 0', describe(text), '');
  }

  addWord(text: string): void {
    let code = this.places.get(text);
    if (code === undefined) {
      const own = text.length > LONG ? ownCopy(text) : text;
      code = this.words.length;
      this.words.push(own);
      this.places.set(own, code);
    }
    this.codes.add(code);
  }

  toWords(): void {
    const { numbers } = this;
    this.isNumeric = false;
    for (const number of numbers.read()) {
      if (Number.isNaN(number)) this.codes.add(-1);
      else this.addWord(MARKS.find(([, mark]) => mark === number)?.[0] ?? String(number));
    }
    this.numbers = growingFloats();
  }

  /** The column, once all its cells are there. */
  build(): TableColumn {
    const { name, options } = this;
    if (this.isNumeric) {
      const numbers = this.numbers.read();
      for (let row = 0; row < numbers.length; row++) if (!Number.isFinite(numbers[row])) numbers[row] = Number.NaN;
      return numberColumn(name, numbers);
    }
    const missing = options.missingValues === undefined ? missingIn(this.words) : new Set<string>();
    const present = this.words.filter((word) => !missing.has(word));
    const codes = this.codes.read();
    const isYesNo = options.kind === 'yes/no' || (options.kind === undefined && areYesNo(present));
    const order = isYesNo ? YES_NO : Object.freeze(inClassOrder(present));
    const placeOf = new Map(order.map((word, code) => [word, code]));
    const moved = Int32Array.from(this.words, (word) => {
      if (missing.has(word)) return -1;
      return (isYesNo ? yesNoIn(word) : placeOf.get(word)) ?? -1;
    });
    for (let row = 0; row < codes.length; row++) if (codes[row] >= 0) codes[row] = moved[codes[row]];
    return wordColumn(name, isYesNo ? 'yes/no' : 'word', codes, order);
  }

  /** The warning for a column that has become one of words, and is mostly numbers, if in another notation. */
  warning(): string | undefined {
    const { counted, worded, firstWord, options, name } = this;
    if (options.kind !== undefined || firstWord === undefined) return undefined;
    const text = counted > worded ? firstWord.text : this.mostlyWrittenAs();
    if (text === undefined) return undefined;
    const words = worded === 1 ? '1 word' : `${worded} words`;
    const place = text === firstWord.text ? ` in ${options.placeName(firstWord.place)}` : '';
    const remedy = otherNotation(text) ?? `If it stands for a missing cell, give missingValues: ['', ${describe(text)}].`;
    return `column ${describe(name)} has ${counted > 0 ? `${numbersIn(counted)} and ` : ''}${words}, ${describe(text)}${place}: all became words. ${remedy} If words are right, say kinds: { ${describe(name)}: 'word' }.`;
  }

  /** The first word that is a number in another notation, where more words are such than are none; undefined where not. */
  mostlyWrittenAs(): string | undefined {
    const written = this.words.filter((word) => otherNotation(word) !== undefined);
    const numbers = this.words.filter((word) => numberIn(word) !== undefined || looksMissing(word));
    return 2 * written.length > this.words.length - numbers.length ? written[0] : undefined;
  }

  notNumber(text: string, place: number): Error {
    const remedy = otherNotation(text) ?? `If it stands for a missing cell, list it in missingValues.`;
    return this.options.fault(place, this.name, 'a number', describe(text), remedy);
  }
}

/** The words that say that a cell is missing: '-' does not where another word is a mark too, as '+'. */
function missingIn(words: readonly string[]): ReadonlySet<string> {
  const suspects = words.filter(looksMissing);
  if (suspects.length === 0) return new Set();
  const others = words.filter((word) => !looksMissing(word));
  return new Set(suspects.filter((word) => missingAmong([word, ...others]) !== undefined));
}

/** The same letters in a memory of their own. */
function ownCopy(text: string): string {
  return JSON.parse(JSON.stringify(text));
}
