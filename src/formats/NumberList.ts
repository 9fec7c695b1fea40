// The numbers of a list in a text of JSON, with rows or without, in one typed array. An array for each row would take up to 50 times
// the memory of the text.
import { describe } from '../support/wording.js';

/** The numbers of all lists of one type, one behind the other, in an array that grows. */
export class NumberStore {
  values: Float32Array | Float64Array;
  length = 0;

  constructor(type: Float32ArrayConstructor | Float64ArrayConstructor) {
    this.values = new type(1024);
  }
}

/** A fault at a place of a list: `got` was found there. If `expected` is left out, a certain length was expected. */
interface Fault {
  readonly row: number;
  readonly place: string;
  readonly got: string;
  readonly expected?: string;
}

/** A list that is read. It is checked later: the sizes it must have may come after it in the file. */
export class NumberList {
  /** Items: numbers, or rows. */
  count = 0;
  /** Numbers of the first row; undefined if it is none. */
  width: number | undefined;
  /** The first row that has another width than row 0. */
  uneven: Fault | undefined;
  /** The first item that is no finite number, or no row. */
  odd: Fault | undefined;
  readonly store: NumberStore;
  readonly start: number;
  /** Whether its items are rows of numbers. */
  readonly hasRows: boolean;

  constructor(store: NumberStore, hasRows: boolean) {
    this.store = store;
    this.start = store.length;
    this.hasRows = hasRows;
  }

  /** Takes an item of a row; a list without rows is a single one. */
  take(item: unknown, column: number): void {
    const { store, count: row } = this;
    const { values, length } = store;
    if (length === values.length) {
      store.values = values instanceof Float32Array ? new Float32Array(2 * length) : new Float64Array(2 * length);
      store.values.set(values);
    }
    store.values[length] = Number(item);
    store.length++;
    if (typeof item === 'number' && Number.isFinite(store.values[length])) return;
    const expected = `a finite number${values instanceof Float32Array ? ' that fits a float32' : ''}`;
    this.odd ??= { row, place: `${this.hasRows ? `[${row}]` : ''}[${column}]`, got: describe(item), expected };
  }

  /** Takes an item that is no row. */
  takeOther(item: unknown): void {
    const row = this.count++;
    this.odd ??= { row, place: `[${row}]`, got: describe(item), expected: 'an array' };
  }

  /** Takes the end of a row of `width` items. */
  endRow(width: number): void {
    if (!this.hasRows) {
      this.count = width;
      return;
    }
    const row = this.count++;
    if (row === 0) this.width = width;
    else if (width !== this.width) this.uneven ??= { row, place: `[${row}]`, got: `${width}` };
  }

  /** The first fault of a list whose rows are to be of `width` numbers. */
  fault(width: number | undefined): Fault | undefined {
    const { odd, uneven } = this;
    const isFirst = this.width !== undefined && this.width !== width;
    const length = isFirst ? { row: 0, place: '[0]', got: `${this.width}` } : uneven;
    return length && !(odd && odd.row < length.row) ? length : odd;
  }

  /** Its numbers, if there is no fault. */
  values(): Float32Array | Float64Array {
    const { start } = this;
    return this.store.values.subarray(start, start + this.count * (this.width ?? 1));
  }
}
