// A preparation as text: what becomes of each column.
import { textTable } from '../../support/textTable.js';
import { inALine, listed } from '../../support/wording.js';
import type { PreparationData, PreparedColumn, PreparedTarget, ScaledNumber } from './Preparation.js';

/** Digits of a number. */
const DIGITS = 6;

/** The most letters of a list of words. */
const WIDEST = 200;

/** A row for each column: its name, its kind, what becomes of it, and of its missing cells; then the targets, and the warnings. */
export function describePreparation(data: PreparationData & { readonly warnings: readonly string[] }): string {
  const { columns, targets, warnings } = data;
  const rows = [
    ['column', 'kind', 'missing', 'becomes'],
    ...columns.map((column) => [column.name, kindOf(column), missingOf(column), '']),
    ...targets.map((target) => [target.name, target.kind, 'refused', '']),
  ];
  const becomes = ['becomes', ...columns.map(inputsOf), ...targets.map(answersOf)];
  // The last column may be wider than a cell of a table.
  const lines = textTable(rows.map((row) => row.slice(0, 3).concat('|'))).split('\n');
  const text = lines.map((line, index) => `${line.slice(0, -1)}${inALine(becomes[index], WIDEST)}`);
  return [...text, ...warnings.map((warning) => `warning: ${inALine(warning, WIDEST)}`)].join('\n');
}

function kindOf({ kind }: PreparedColumn): string {
  return kind === 'drop' ? '' : kind;
}

function missingOf(column: PreparedColumn): string {
  if (column.kind === 'drop') return '';
  const { fill, missing } = column;
  if (fill === undefined) return 'refused';
  const value = typeof fill === 'number' ? short(fill) : typeof fill === 'boolean' ? (fill ? 'yes' : 'no') : fill;
  return `${missing === 'mostFrequent' ? 'most frequent' : missing} ${value}`;
}

function inputsOf(column: PreparedColumn): string {
  if (column.kind === 'drop') return 'nothing: it is left out';
  const indicator = column.indicator ? '; 1 where it was missing' : '';
  if (column.kind === 'number') return `${scaleOf(column)}${indicator}`;
  if (column.kind === 'yes/no') return `1 for yes, 0 for no${indicator}`;
  const others = { refuse: 'others are refused', zeros: 'zeros for others', column: 'one input for others' }[column.unseen];
  return `one-hot ${listed(column.categories, 8)}; ${others}${indicator}`;
}

function answersOf(target: PreparedTarget): string {
  return target.kind === 'number' ? `target: ${scaleOf(target)}` : `target: classes ${listed(target.categories, 8)}`;
}

function scaleOf({ scale, offset, divisor }: ScaledNumber): string {
  if (scale === 'none') return 'the number itself';
  if (divisor === 0) return '0: it never changes';
  return `(x ${offset < 0 ? '+' : '-'} ${short(Math.abs(offset))}) / ${short(divisor)}`;
}

function short(number: number): string {
  return String(Number(number.toPrecision(DIGITS)));
}
