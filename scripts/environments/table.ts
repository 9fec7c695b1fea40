// The table at the end, in Markdown.
import { stripVTControlCharacters } from 'node:util';
import type { Row } from './runEnvironment.js';

/** A line for each place. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(({ environment, version, place, verdict, reason, found, seconds }) => {
    const said = reason === undefined ? verdict : `${verdict === 'failed' ? '**failed**' : verdict}: ${tellingLine(reason)}`;
    const turns = found?.turns === undefined ? '' : `, ${found.turns} turns`;
    const training = found === undefined ? '' : `${found.milliseconds} ms${turns}`;
    return `| ${environment} ${version} | ${place} | ${said} | ${found?.backend ?? ''} | ${training} | ${seconds} |`;
  });
  return ['| Environment | Place | Result | Backend | fit | Seconds |', '|---|---|---|---|---|---|', ...lines].join('\n');
}

/** What names an error, best first. */
const NAMED = [/error\b.*:/i, /failed to|cannot find|unable to/i];

/** The line that names an error, after the command that failed. */
function tellingLine(reason: string): string {
  const [first = '', ...rest] = stripVTControlCharacters(reason)
    .split('\n')
    .map((line) => line.trim());
  const found = NAMED.map((pattern) => rest.find((line) => pattern.test(line)));
  return (found.find((line) => line !== undefined) ?? first).replaceAll('|', '\\|').slice(0, 200);
}
