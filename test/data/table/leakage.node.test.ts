// Leakage in cross-validation on a real table: what a preparation learns must not hang on the rows that it is measured by.
import { readFileSync } from 'node:fs';
import { foldIndices, folds, type Preparation, prepare, type Row, type Table, table } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';

const penguins = table(readFileSync(new URL('../../../examples/recipes/penguins.csv', import.meta.url), 'utf8'));
const FOLDS = 5;

/** Learns the preparation of a fold, from all rows or from those it trains on. */
type Learn = (all: Table, training: Table) => Preparation;

const learnt = (rows: Table) => prepare(rows, { target: 'species' });
const fromTraining: Learn = (_all, training) => learnt(training);
const fromAll: Learn = (all) => learnt(all);

/** What a cross-validation learns in each fold. */
function preparationsOf(learn: Learn, rows: Table): string[] {
  const species = Array.from(rows, (row) => `${row.species}`);
  const pairs = folds(rows, FOLDS, { seed: 1, stratified: species });
  return Array.from(pairs, ([training]) => {
    const { columns, targets, columnNames } = learn(rows, training);
    return JSON.stringify({ columns, targets, columnNames });
  });
}

/** The penguins, with other cells in the rows that a fold is measured by; its species stay, so that all folds do. */
function changedIn(fold: number, change: (row: Row) => Row): Table {
  const species = Array.from(penguins, (row) => `${row.species}`);
  const [, validation] = foldIndices(penguins, FOLDS, { seed: 1, stratified: species })[fold] ?? [[], []];
  const measured = new Set(validation);
  return table(Array.from(penguins, (row, index) => (measured.has(index) ? change(row) : row)));
}

/** The folds whose preparation hangs on cells of the rows that they are measured by. */
function leaks(learn: Learn, change: (row: Row) => Row): number[] {
  const before = preparationsOf(learn, penguins);
  return before.flatMap((preparation, fold) => {
    const after = preparationsOf(learn, changedIn(fold, change))[fold];
    return after === preparation ? [] : [fold];
  });
}

describe('of a preparation in folds of the penguins', () => {
  const changes: readonly (readonly [string, (row: Row) => Row])[] = [
    ['numbers, which move means and deviations', (row) => ({ ...row, body_mass: Number(row.body_mass ?? 0) + 9000 })],
    ['gaps, which move medians', (row) => ({ ...row, bill_length: null })],
    ['words, which would get inputs of their own', (row) => ({ ...row, island: 'Elsewhere' })],
  ];

  it.each(changes)('leakage is found where it is learnt from all rows: %s', (_what, change) => {
    expect(leaks(fromAll, change)).toEqual([0, 1, 2, 3, 4]);
  });

  it.each(changes)('there is none where it is learnt from the training part of each fold: %s', (_what, change) => {
    expect(leaks(fromTraining, change)).toEqual([]);
  });
});
