// The columns of a table while it is read.
import { ArgumentError } from '../../support/errors.js';
import { closest, describe, listed, wording } from '../../support/wording.js';
import { ColumnBuilder } from './ColumnBuilder.js';
import { Table } from './Table.js';
import type { TablePlan } from './tableOptions.js';

/** Where cells come from: how a place is called, and what error a cell gives. */
export interface Source {
  readonly placeName: (place: number) => string;
  readonly error: (place: string, expected: string, got: string, remedy: string) => Error;
}

/** The most columns: each has a name and lists of its own, which take more memory than a few numbers. */
export const MOST_COLUMNS = 65_536;

/** Builders of columns, by name. */
export class Columns {
  readonly builders = new Map<string, ColumnBuilder>();
  readonly plan: TablePlan;
  readonly source: Source;
  /** Whether other rows of the same text came before: their table has warned. */
  readonly isLater: boolean;

  constructor(plan: TablePlan, source: Source, isLater = false) {
    this.plan = plan;
    this.isLater = isLater;
    this.source = source;
  }

  /** A new column, whose cells are missing in the `rows` so far. */
  add(name: string, rows: number): ColumnBuilder {
    const { plan, source } = this;
    const builder = new ColumnBuilder(name, {
      kind: plan.kinds.get(name),
      missingValues: plan.missingValues,
      placeName: source.placeName,
      fault: (place, column, expected, got, remedy) =>
        source.error(`${source.placeName(place)}, column ${describe(column)}`, expected, got, remedy),
    });
    while (builder.length < rows) builder.addMissing();
    this.builders.set(name, builder);
    return builder;
  }

  /** The table of `rows` rows, once all cells are there. */
  build(rows: number): Table {
    const { builders, plan } = this;
    const { what, kinds, onWarning } = plan;
    for (const name of kinds.keys()) {
      if (builders.has(name)) continue;
      const names = [...builders.keys()];
      const meant = closest(name, names);
      const remedy = meant === undefined ? '' : `Did you mean ${describe(meant)}?`;
      throw new ArgumentError(wording(`${what}: kinds`, `one of ${listed(names.map(describe))}`, describe(name), remedy));
    }
    const warnings = this.isLater ? [] : [...builders.values()].flatMap((builder) => builder.warning() ?? []);
    const table = new Table(
      rows,
      Array.from(builders.values(), (builder) => builder.build()),
    );
    for (const warning of warnings) onWarning(`${what}: ${warning}`);
    return table;
  }
}
