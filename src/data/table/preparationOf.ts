// Preparations from what they have learnt: by prepare, or from a file.
import { ArgumentError, LimitError } from '../../support/errors.js';
import { fixed } from '../../support/fields.js';
import { withJsonNote } from '../../support/jsonNote.js';
import { readNumbers } from '../../support/numbers.js';
import { describe, wording } from '../../support/wording.js';
import type { Dataset } from '../Dataset.js';
import { preparedData } from './applyTable.js';
import type { RowOf } from './cells.js';
import { describePreparation } from './describePreparation.js';
import { codeOf, coderOf, inputNames, type UsedColumn, widthOf, writeCode } from './encode.js';
import { matchNames } from './matchNames.js';
import type { Preparation, PreparationData } from './Preparation.js';
import type { Table } from './Table.js';

/** The most inputs: a layer has weights for each. */
export const MOST_INPUTS = 65_536;

/** The preparation that has learnt this. Its names are distinct, and its numbers finite. */
export function preparationOf<Target extends string>(
  data: PreparationData,
  warnings: readonly string[] = [],
): Preparation<Target> {
  const columns = Object.freeze(data.columns.map((column) => Object.freeze(column)));
  const targets = Object.freeze(data.targets.map((target) => Object.freeze(target)));
  const coders = columns.flatMap((column) => (column.kind === 'drop' ? [] : [coderOf<UsedColumn>(column)]));
  const width = coders.reduce((sum, { column }) => sum + widthOf(column), 0);
  if (width > MOST_INPUTS) {
    const remedy = "Drop the columns of many words, or join rare ones: minFrequency: 10, unseen: 'column'.";
    throw new LimitError(wording('preparation', `at most ${MOST_INPUTS} inputs`, `${width}`, remedy));
  }
  const columnNames = Object.freeze(coders.flatMap(({ column }) => inputNames(column)));
  checkDistinct(columnNames);
  const [first] = targets;
  const known = [...columns, ...targets].map(({ name }) => name);
  const needed = coders.map(({ column }) => column.name);

  const preparation: Preparation<Target> = {
    columns,
    targets,
    columnNames,
    width,
    classNames: first.kind === 'number' ? undefined : first.categories,
    warnings: Object.freeze([...warnings]),
    apply(table: Table): Dataset {
      return preparedData({ columns, targets, coders, columnNames, known }, table);
    },
    applyRow<R extends object>(row: RowOf<R>): Float32Array {
      const what = 'row';
      const cells = matchNames(what, row, needed, known);
      const input = new Float32Array(width);
      let start = 0;
      for (const coder of coders) {
        const { column } = coder;
        const placeOf = () => `${what}: column ${describe(column.name)}`;
        writeCode(coder, codeOf(coder, cells.get(column.name), placeOf, 0), input, start, placeOf, 0);
        start += widthOf(column);
      }
      return input;
    },
    inverse(outputs) {
      const numbers = readNumbers('preparation.inverse: outputs', outputs, first.kind === 'number' ? targets.length : 0);
      const units: Record<string, number> = {};
      targets.forEach((target, index) => {
        if (target.kind !== 'number') throw noNumbers(target.name);
        const value = numbers[index] * target.divisor + target.offset;
        Object.defineProperty(units, target.name, { value, enumerable: true, writable: true, configurable: true });
      });
      return units as { readonly [Name in Target]: number };
    },
  };
  Object.defineProperty(preparation, 'toString', { value: () => describePreparation(preparation) });
  const noted = withJsonNote(
    preparation,
    'preparation',
    'Save it with toJson(classifier) or toJson(regressor) of glassbox-nn/formats.',
  );
  return fixed('preparation', 'Learn a new one: prepare(table, { ... }).', noted);
}

function checkDistinct(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.size < seen.add(name).size) continue;
    const got = `${describe(name)} twice`;
    throw new ArgumentError(wording('preparation', 'another name for each input', got, 'Rename one of the columns.'));
  }
}

function noNumbers(name: string): ArgumentError {
  const remedy = 'Its classes are named by classifier(network, { preparation }).read(row).';
  return new ArgumentError(wording('preparation.inverse', 'targets of numbers', `the classes of ${describe(name)}`, remedy));
}
