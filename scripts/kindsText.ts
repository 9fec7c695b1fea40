// The part of docs/digits.md that `npm run measure:digits` writes: kinds of pictures, before and after, and how sure answers are.
import type { Answer } from '../test/digits/kinds/measure.js';

const MARKS = {
  begin: '<!-- measured by npm run measure:digits: begin -->',
  end: '<!-- measured by npm run measure:digits: end -->',
};
/** Ends of the confidences that are counted together, and confidences below which answers may be rejected. */
const ENDS = [0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 1];
const REJECTS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99];

/** What a kind came to, as shares; `before` is that of version 0.1.0, which was measured once. */
export interface Row {
  readonly name: string;
  readonly group: string;
  readonly now: number;
  readonly before: number | undefined;
}

export interface Measured {
  readonly rows: readonly Row[];
  /** Pictures of each kind, and how many of the same digits are read as they are. */
  readonly each: number;
  readonly plain: number;
  readonly whole: number;
  readonly composed: number;
  /** Answers to digits as they are, and to all kinds. */
  readonly own: readonly Answer[];
  readonly others: readonly Answer[];
}

/** The share that the document has for version 0.1.0. */
export function beforeOf(document: string, name: string): number | undefined {
  const row = document.split('\n').find((line) => line.startsWith(`| ${name} |`));
  const share = /^\| [^|]+ \| ([\d.]+) % \|/.exec(row ?? '')?.[1];
  return share === undefined ? undefined : Number(share) / 100;
}

/** The document with the part measured anew. */
export function kindsText(document: string, measured: Measured): string {
  const [begin, end] = [document.indexOf(MARKS.begin), document.indexOf(MARKS.end)];
  if (begin < 0 || end < begin) throw new Error(`The document lacks the line ${MARKS.begin}, or the one that ends it.`);
  return `${document.slice(0, begin)}${MARKS.begin}\n${textOf(measured)}\n${document.slice(end)}`;
}

function textOf({ rows, each, plain, whole, composed, own, others }: Measured): string {
  const read = rows.filter(({ group }) => group !== 'blank');
  const blank = rows.filter(({ group }) => group === 'blank');
  return [
    `${each} pictures of each kind, of the first of the 5,000 digits that recipes are chosen by; ${plain} of them are read as they are.`,
    '',
    '| Kind | Right in 0.1.0 | Right now |',
    '|---|---:|---:|',
    ...read.map(tableRow),
    '',
    'Where no digit is, or two are, nothing is to be read: so often nothing is.',
    '',
    '| Kind | Right in 0.1.0 | Right now |',
    '|---|---:|---:|',
    ...blank.map(tableRow),
    '',
    `Of ${composed} pictures of two to six digits, composed of such as are read by themselves, \`recognizeAll\` reads ${whole} whole.`,
    '',
    '### How sure it is',
    '',
    'How often answers of a confidence are right: of the 5,000 digits as they are, and of the pictures and drawings of the kinds above.',
    '',
    '| Confidence | Digits | Right | Pictures | Right |',
    '|---|---:|---:|---:|---:|',
    ...ENDS.map((end, index) => binRow(ENDS[index - 1] ?? 0, end, own, others)),
    '',
    'What `reject` leaves, and how much of that is right:',
    '',
    '| `reject` | Digits left | Right of them | Pictures left | Right of them |',
    '|---:|---:|---:|---:|---:|',
    ...REJECTS.map((reject) => rejectRow(reject, own, others)),
  ].join('\n');
}

function tableRow({ name, before, now }: Row): string {
  return `| ${name} | ${before === undefined ? '' : percent(before, 0)} | ${percent(now, 0)} |`;
}

function binRow(from: number, to: number, ...sets: (readonly Answer[])[]): string {
  const cells = sets.map((answers) => {
    const within = answers.filter(({ confidence }) => confidence > from && confidence <= to);
    return `${within.length.toLocaleString('en-US')} | ${percent(shareRight(within), 1)}`;
  });
  return `| ${from} to ${to} | ${cells.join(' | ')} |`;
}

function rejectRow(reject: number, ...sets: (readonly Answer[])[]): string {
  const cells = sets.map((answers) => {
    const left = answers.filter(({ confidence }) => confidence > 0 && confidence >= reject);
    return `${percent(left.length / answers.length, 1)} | ${percent(shareRight(left), 2)}`;
  });
  return `| ${reject} | ${cells.join(' | ')} |`;
}

function shareRight(answers: readonly Answer[]): number {
  return answers.length === 0 ? Number.NaN : answers.filter(({ isRight }) => isRight).length / answers.length;
}

function percent(share: number, places: number): string {
  return Number.isNaN(share) ? '' : `${(100 * share).toFixed(places)} %`;
}
