// `npm run measure:digits`: reads all kinds of pictures in test/digits/kinds, and writes what it comes to into docs/digits.md. With `-- --check`
// nothing is written, and what differs, or is less than is promised, is a fault.
import { readFileSync, writeFileSync } from 'node:fs';
import { COMPOSED } from '../test/digits/kinds/composed.js';
import { kinds } from '../test/digits/kinds/index.js';
import { LEAST } from '../test/digits/kinds/Kind.js';
import { type Answer, answersOf, plainAnswers, rightOf, validationDigits, wholeOf } from '../test/digits/kinds/measure.js';
import { beforeOf, kindsText, type Row } from './kindsText.js';

const PATH = 'docs/digits.md';
/** Pictures of each kind, and digits for the reliability. */
const EACH = 60;
const ALL = 5000;
/** The share of composed pictures that is read whole at the least. */
const WHOLE = 0.95;

const isCheck = process.argv.includes('--check');
const document = readFileSync(PATH, 'utf8');
const all = await validationDigits(ALL);
const digits = all.slice(0, EACH);
const plain = rightOf(plainAnswers(digits));
const answers: Answer[] = [];
const faults: string[] = [];
const rows: Row[] = kinds.map((kind) => {
  const read = answersOf(kind, digits);
  const right = rightOf(read);
  const { name, group } = kind;
  if (group !== 'blank') answers.push(...read);
  const least = group === 'blank' ? EACH : (kind.least ?? LEAST[group]) * plain;
  if (right < least) faults.push(`${name}: ${right} of ${EACH}, at least ${least.toFixed(1)}`);
  console.log(`${String(right).padStart(4)} ${name}`);
  return { name, group, now: right / EACH, before: beforeOf(document, name) };
});
const whole = wholeOf(all);
if (whole < WHOLE * COMPOSED) faults.push(`composed pictures: ${whole} of ${COMPOSED}`);
const text = kindsText(document, {
  rows,
  each: EACH,
  plain,
  whole,
  composed: COMPOSED,
  own: plainAnswers(all),
  others: answers,
});
if (isCheck && text !== document) faults.push(`${PATH} has other numbers.`);
if (!isCheck) writeFileSync(PATH, text);
console.log(faults.length === 0 ? 'As promised.' : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;
