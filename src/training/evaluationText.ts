// An evaluation as text: tables for a terminal.
import { textTable } from '../support/textTable.js';
import type { ClassReport } from './classReports.js';
import type { Evaluation } from './Evaluation.js';

/** The letters of a line of a terminal, and the most confusions that are named where the matrix is wider. */
const LINE = 80;
const NAMED = 5;

type Measured = Omit<Evaluation, 'toString'>;

/** The measures in tables, with a blank line between them. */
export function evaluationText(evaluation: Measured): string {
  const { classes, confusion, targets, measures, outputs, answers } = evaluation;
  const count = answers?.length ?? outputs.length / (targets?.length ?? 1);
  const chosen = Object.entries(measures).map(([name, value]) => [name, short(value)]);
  return [
    `${withCommas(count)} ${count === 1 ? 'example' : 'examples'}, ${overall(evaluation)}`,
    ...(classes ? [classTable(evaluation, classes)] : []),
    ...(classes && confusion ? [confusionText(classes, confusion)] : []),
    ...(targets ? [targetTable(evaluation, targets)] : []),
    ...(chosen.length > 0 ? [textTable(chosen, [false, true])] : []),
  ].join('\n\n');
}

function overall({ loss, accuracy, balancedAccuracy, logLoss }: Measured): string {
  const shares = { accuracy, 'balanced accuracy': balancedAccuracy };
  const percents = Object.entries(shares).flatMap(([name, share]) =>
    share === undefined ? [] : [`${name} ${(share * 100).toFixed(1)} %`],
  );
  return [...percents, `loss ${short(loss)}`, ...(logLoss === undefined ? [] : [`log loss ${short(logLoss)}`])].join(', ');
}

function classTable({ precision, recall, f1 }: Measured, classes: readonly ClassReport[]): string {
  const total = classes.reduce((sum, { count }) => sum + count, 0);
  const rowOf = (name: string, count: number, ...shares: readonly (number | undefined)[]) => [
    name,
    withCommas(count),
    ...shares.map((share) => share?.toFixed(3) ?? '-'),
  ];
  const rows = classes.map((report) => rowOf(report.name, report.count, report.precision, report.recall, report.f1));
  const head = ['class', 'examples', 'precision', 'recall', 'F1'];
  return textTable([head, ...rows, rowOf('mean', total, precision, recall, f1)], [false, true, true, true, true]);
}

/** The confusion matrix, or where it is wider than a line, its most frequent confusions. */
function confusionText(classes: readonly ClassReport[], confusion: readonly (readonly number[])[]): string {
  const names = classes.map(({ name }) => name);
  const rows = confusion.map((row, actual) => [names[actual], ...row.map(withCommas)]);
  const right = [false, ...names.map(() => true)];
  const table = textTable([['actual \\ answer', ...names], ...rows], right);
  if (table.split('\n').every((line) => line.length <= LINE)) return table;
  const wrong = confusion
    .flatMap((row, actual) => row.map((count, answered) => ({ count, actual, answered })))
    .filter(({ count, actual, answered }) => count > 0 && actual !== answered)
    .sort((a, b) => b.count - a.count)
    .slice(0, NAMED);
  const named = wrong.map(({ count, actual, answered }) => [names[actual], names[answered], withCommas(count)]);
  return textTable([['most often wrong', 'answer', 'examples'], ...named], [false, false, true]);
}

function targetTable({ r2 }: Measured, targets: NonNullable<Evaluation['targets']>): string {
  const rowOf = (name: string, ...numbers: readonly (number | undefined)[]) => [name, ...numbers.map(short)];
  const rows = targets.map((report) => rowOf(report.name, report.mae, report.rmse, report.r2));
  // Errors of several targets may have several units.
  const mean = targets.length > 1 ? [['mean', '', '', short(r2)]] : [];
  return textTable([['target', 'MAE', 'RMSE', 'R2'], ...rows, ...mean], [false, true, true, true]);
}

/** A number in four digits. */
function short(value: number | undefined): string {
  return value === undefined ? '-' : String(Number(value.toPrecision(4)));
}

/** A count with a comma between thousands; a sum of weights in four digits. */
function withCommas(count: number): string {
  return Number.isInteger(count) ? String(count).replace(/\B(?=(\d{3})+$)/g, ',') : short(count);
}
