// The table of bad inputs and faults, and the tests that name its numbers.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const table = readFileSync('docs/reliability.md', 'utf8');

/** What cannot come to be needs no test. */
const impossible = numbersIn(/^\| (\d+) \|.*\| cannot come to be: .*\|$/gm);

function numbersIn(row: RegExp): number[] {
  return [...table.matchAll(row)].map(([, number]) => Number(number));
}

/** Every number that a title or a comment of a test names: "case 7", "cases 65, 66 and 68", "cases 115 to 121". */
function namedNumbers(text: string): number[] {
  return [...text.matchAll(/\bcases? (\d+(?:(?:, | and | to )\d+)*)/g)].flatMap(([, list = '']) =>
    list.split(/, | and /).flatMap((part) => {
      const [from = 0, to = from] = part.split(' to ').map(Number);
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    }),
  );
}

it('every number of the table is named by a test, and every number that a test names stands in the table', () => {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
  const named = new Set(files.flatMap((name) => namedNumbers(readFileSync(join('test', name), 'utf8'))));
  const rows = numbersIn(/^\| (\d+) \|/gm);
  expect(rows.length).toBeGreaterThan(100);
  expect(new Set(rows).size).toBe(rows.length);
  expect(rows.filter((number) => !named.has(number) && !impossible.includes(number))).toEqual([]);
  expect([...named].filter((number) => !rows.includes(number))).toEqual([]);
});
