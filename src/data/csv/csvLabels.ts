// The column of classes of a CSV text.
import { csvError } from './csvError.js';
import { decimalAt } from './decimalAt.js';

/** Gathers labels, and tells in the end whether they are names or numbers. */
export class CsvLabels {
  /** Each name once: the same string for the same class, however many lines have it. */
  readonly names = new Map<string, string>();
  readonly labels: string[] = [];
  /** Where the first label stands that is a number and no class. */
  odd: { readonly place: string; readonly label: string } | undefined;
  /** Whether there was a label that is no number. */
  named = false;

  add(label: string, place: () => string): void {
    const known = this.names.get(label);
    if (known !== undefined) {
      this.labels.push(known);
      return;
    }
    if (label === '') throw csvError(place(), 'a class', 'an empty field', 'Fill it in, or leave the line out.');
    const number = decimalAt(label, 0, label.length);
    if (Number.isNaN(number)) this.named = true;
    else if (!Number.isSafeInteger(number) || number < 0) this.odd ??= { place: place(), label };
    this.names.set(label, label);
    this.labels.push(label);
  }

  /** Whole numbers from 0 if every label is one, else names. */
  read(): readonly string[] | readonly number[] {
    if (this.named) return this.labels;
    if (this.odd !== undefined) {
      const remedy = 'Numbers count classes from 0; numbers to be answered are targets; other classes need names.';
      throw csvError(this.odd.place, 'a whole number from 0', `'${this.odd.label}'`, remedy);
    }
    return this.labels.map(Number);
  }
}
