// The measured part of docs/digits.md: what the networks of the package get right and wrong on MNIST's test images.
import { evaluate, type Network } from 'glassbox-nn';
import type { Dataset } from 'glassbox-nn/data';
import { digitNetwork, handmadeNetwork } from 'glassbox-nn/digits';

/** The lines between which it stands. */
export const MARKS = {
  begin: '<!-- measured by npm run build:card: begin -->',
  end: '<!-- measured by npm run build:card: end -->',
};

/** How many of the most frequent mistakes are listed. */
const MISTAKES = 8;

/** A document with its measured part measured anew. */
export function withMeasurements(document: string, test: Dataset): string {
  const begin = document.indexOf(MARKS.begin);
  const end = document.indexOf(MARKS.end);
  if (begin < 0 || end < begin) throw new Error(`The document lacks the line ${MARKS.begin}, or the one that ends it.`);
  return `${document.slice(0, begin)}${MARKS.begin}\n${measured(test)}\n${document.slice(end)}`;
}

function measured(test: Dataset): string {
  const networks = {
    'digitNetwork()': digitNetwork(),
    "digitNetwork('classic')": digitNetwork('classic'),
    'handmadeNetwork()': handmadeNetwork(),
  };
  const rows = Object.entries(networks).map(([name, network]) => summary(name, network, test));
  return [
    `Of MNIST's ${commas(test.count)} test images:`,
    '',
    '| Network | Layers | Right | Accuracy |',
    '|---|---|---|---|',
    ...rows,
    ...Object.entries(networks)
      .slice(0, 2)
      .flatMap(([name, network]) => ['', ...confusionOf(name, network, test)]),
  ].join('\n');
}

function summary(name: string, network: Network, test: Dataset): string {
  const right = rightOf(confusionCounts(network, test));
  const layers = String(network).split(', ').slice(0, 2).join(', ');
  return `| \`${name}\` | ${layers} | ${commas(right)} | ${((100 * right) / test.count).toFixed(2)} % |`;
}

function confusionOf(name: string, network: Network, test: Dataset): string[] {
  const counts = confusionCounts(network, test);
  const mistakes = counts
    .flatMap((row, label) => row.map((count, answer) => ({ label, answer, count })))
    .filter(({ label, answer }) => label !== answer)
    .sort((one, other) => other.count - one.count || one.label - other.label || one.answer - other.answer)
    .slice(0, MISTAKES);
  return [
    `### What \`${name}\` answered`,
    '',
    'A row for each digit that it was, a column for each that was answered.',
    '',
    `| | ${counts.map((_, answer) => answer).join(' | ')} | right |`,
    `|---|${'---:|'.repeat(counts.length + 1)}`,
    ...counts.map((row, label) => `| **${label}** | ${row.map((count) => count || '').join(' | ')} | ${recall(row, label)} |`),
    '',
    `Most often wrong: ${mistakes.map(({ label, answer, count }) => `${label} read as ${answer} (${count})`).join(', ')}.`,
  ];
}

function confusionCounts(network: Network, test: Dataset): readonly (readonly number[])[] {
  const { confusion } = evaluate(network, test);
  if (confusion === undefined) throw new Error('Digits have classes.');
  return confusion;
}

function rightOf(counts: readonly (readonly number[])[]): number {
  return counts.reduce((sum, row, label) => sum + (row[label] ?? 0), 0);
}

function recall(row: readonly number[], label: number): string {
  const all = row.reduce((sum, count) => sum + count, 0);
  return `${((100 * (row[label] ?? 0)) / all).toFixed(1)} %`;
}

function commas(count: number): string {
  return count.toLocaleString('en-US');
}
