// Edits of a CSV file by its cells and rows.
import fc from 'fast-check';
import { decode, type Edit, encode, pick, place } from '../edits.js';

const CELLS = [
  ...['', ' ', '""', '"', '"a"b', 'a"b', '"a""b"', '"\r\n"', 'NaN', 'inf', '1e400', '-0', '0x10', '1,5', '1;5', '1 000', '+1'],
  ...[
    '__proto__',
    'constructor',
    'kind',
    'width',
    '\uFEFF',
    '\0',
    '\u2028',
    "'1'",
    '=1+1',
    '9'.repeat(400),
    'x'.repeat(70_000),
  ],
];

type Rows = string[][];

/** Rows of cells, parted without regard to quotes: whatever this makes of a quoted cell is worth reading too. */
const rows =
  (change: (rows: Rows) => unknown, newline = '\n', comma = ','): Edit =>
  (bytes) => {
    const all = decode(bytes)
      .split('\n')
      .map((row) => row.split(','));
    change(all);
    return encode(all.map((row) => row.join(comma)).join(newline));
  };

const inRow = (change: (row: string[], column: number, cell: string) => unknown) =>
  fc.tuple(place, place, fc.constantFrom(...CELLS)).map(([share, column, cell]) =>
    rows((all) => {
      const row = pick(all, share);
      if (row !== undefined) change(row, Math.floor(column * row.length), cell);
    }),
  );

const wholeRow = (change: (all: Rows, row: number) => unknown) =>
  place.map((share) => rows((all) => change(all, Math.floor(share * all.length))));

export const csvEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: inRow((row, column, cell) => {
      row[column] = cell;
    }),
  },
  inRow((row, column) => row.splice(column, 1)),
  inRow((row, column, cell) => row.splice(column, 0, cell)),
  wholeRow((all, row) => all.splice(row, 1)),
  wholeRow((all, row) => all.splice(row, 0, all[row] as string[])),
  wholeRow((all, row) => all.splice(row, 0, [''])),
  fc
    .tuple(fc.constantFrom('\n', '\r\n', '\r', '\n\n'), fc.constantFrom(',', ';', '\t', ', '))
    .map(([newline, comma]) => rows(() => {}, newline, comma)),
);
