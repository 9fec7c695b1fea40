// A preparation as JSON text: what it has learnt, a column on each line.
import { hasPreparation, isRegressor } from '../../classifier/isClassifier.js';
import type { TableClassifier } from '../../classifier/Reading.js';
import type { Regressor } from '../../classifier/TableRegressor.js';
import type {
  Preparation,
  PreparationData,
  PreparedColumn,
  PreparedTarget,
  PreparedWord,
} from '../../data/table/Preparation.js';
import { ArgumentError, FormatError } from '../../support/errors.js';
import { isList, readable } from '../../support/views.js';
import { preparationAt, preparationDataAt } from './preparationAt.js';

/**
 * The text of a preparation. Throws unless it is whole: a program may have made it by hand.
 *
 * @param what - What is written, for errors.
 */
export function preparationText(what: string, preparation: PreparationData): string {
  const data = checked(() => preparationDataAt(what, plainData(preparation)));
  return `{"columns": ${linesOf(data.columns)},\n"targets": ${linesOf(data.targets)}}`;
}

/**
 * A copy of the preparation of a model, for writers that make something else of it than JSON. Throws unless it is whole and fits the network.
 *
 * @param what - What is written, for errors.
 */
export function writtenPreparation(what: string, model: TableClassifier | Regressor): Preparation {
  const { network, preparation } = model;
  return checked(() => preparationAt(what, plainData(preparation), network, isRegressor(model) ? 'numbers' : 'classes'));
}

/** The most letters that the names and words of a model's preparation take as text; 0 for a model without one. They may be anything yet. */
export function preparationLetters(model: unknown): number {
  const { columns, targets } = readable<PreparationData>(hasPreparation(model) ? model.preparation : undefined);
  const all = [columns, targets].flatMap((list): unknown[] => (isList(list) ? Array.from(list) : []));
  const texts = all.flatMap((column): unknown[] => {
    const { name, categories } = readable<PreparedWord>(column);
    return [name, ...(isList(categories) ? categories : [])];
  });
  // A letter may be written as \u0000, and with two strokes within another text; a column has words of its own.
  return texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? 7 * text.length : 0) + 200, 0);
}

function checked<Read>(read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    // No file is read here.
    throw error instanceof FormatError ? new ArgumentError(error.message) : error;
  }
}

/** Columns as their file has them; what is no list as it is. */
function plainList(columns: unknown): unknown {
  return isList(columns) ? Array.from(columns, plain) : columns;
}

function plainData(preparation: PreparationData): unknown {
  const { columns, targets } = readable<PreparationData>(preparation);
  return { columns: plainList(columns), targets: plainList(targets) };
}

/** A column as its file has it: null for what it lacks. */
function plain(column: unknown): Record<string, unknown> {
  const fields = Object.entries(readable<Record<string, unknown>>(column));
  return Object.fromEntries(fields.map(([name, value]) => [name, isList(value) ? Array.from(value) : (value ?? null)]));
}

function linesOf(columns: readonly (PreparedColumn | PreparedTarget)[]): string {
  const lines = columns.map((column) => {
    const fields = Object.entries(plain(column)).map(([name, value]) => `"${name}": ${valueText(value)}`);
    return `{${fields.join(', ')}}`;
  });
  return `[\n${lines.join(',\n')}\n]`;
}

/** JSON can tell -0 from 0, though JSON.stringify does not. */
function valueText(value: unknown): string {
  return Object.is(value, -0) ? '-0' : JSON.stringify(value);
}
