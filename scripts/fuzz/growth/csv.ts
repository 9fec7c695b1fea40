// CSV files that grow: by fields, by lines, and by what stands in one field.
import { encode } from '../edits.js';
import type { Grower } from './Grower.js';
import { counted, times } from './text.js';

const grow = (name: string, make: (size: number) => string, more: Partial<Grower> = {}): Grower => ({
  reader: 'csv',
  name: `csv: ${name}`,
  make: (size) => encode(make(size)),
  ...more,
});
const lines = (size: number, line: (place: number) => string) => `width,kind\n${counted(size, line).replaceAll(',\n', '\n')}\n`;
/** Below a header, one line, in which this stands as a number or as a class. */
const number = (field: string) => `width,kind\n${field},red\n`;
const kind = (field: string) => `width,kind\n1,${field}\n2,red\n`;

export const csvGrowers: readonly Grower[] = [
  grow('a first line of commas', (size) => ','.repeat(size), { giant: 130_000_000 }),
  grow('a header of many names', (size) => `kind,${counted(size / 2, (place) => `c${place}`)}\nred${times(',1', size / 4)}`),
  grow('a header of one name', (size) => `kind,${times('a,', size / 2)}a\nred${times(',1', size / 2)}`),
  grow('a second line of commas', (size) => `width,kind\n${','.repeat(size)}`),
  grow('short lines', (size) => `width,kind\n${times('1,a\n', size)}`),
  grow('lines with a class each', (size) => lines(size, (place) => `\n1,class${place}`)),
  grow('lines with a number for a class each', (size) => lines(size, (place) => `\n1,${place}`)),
  grow('lines with a fraction for a class each', (size) => lines(size, (place) => `\n1,${place}.5`)),
  grow('empty lines', (size) => `width,kind\n${'\n'.repeat(size)}`),
  grow('lines of blanks', (size) => `width,kind\n${times(' \t\r\n', size)}1,a`),
  grow('blanks around a field', (size) => number(`${' '.repeat(size)}1${' '.repeat(size)}`)),
  grow('a number of many digits', (size) => number('1'.repeat(size))),
  grow('a number of many digits, and a letter', (size) => number(`${'1'.repeat(size)}x`)),
  grow('an exponent of many digits', (size) => number(`1e${'1'.repeat(size)}x`)),
  grow('groups of three digits', (size) => number(`"1${times(',111', size)}"`)),
  grow('groups of three digits, and a letter', (size) => number(`"1${times(',111', size)}x"`)),
  grow('a class of many letters', (size) => kind('x'.repeat(size))),
  grow('a class of dashes', (size) => kind('-'.repeat(size))),
  grow('a class of marks', (size) => kind(times('😀', size))),
  grow('a class of question marks', (size) => kind(`${'?'.repeat(size)}!`)),
  grow('quotes in quotes', (size) => kind(`"${times('""', size)}"`)),
  grow('quotes in quotes in the header', (size) => `width,"${times('""', size)}"\n1,2\n`),
  grow('line ends in quotes', (size) => kind(`"${times('\r\n', size)}"`)),
  grow('a quote that is never closed', (size) => `width,kind\n1,"${times('a\n', size)}`),
  grow('a NUL behind many lines', (size) => `width,kind\n${times('1,a\n', size)}\0`),
  grow('byte-order marks', (size) => times('\uFEFF', size)),
];
