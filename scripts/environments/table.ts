// The table at the end, in Markdown.
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

/** The line that names an error, after the command that failed. */
function tellingLine(reason: string): string {
  const [first = '', ...rest] = reason.split('\n').map((line) => line.trim());
  const line = rest.find((other) => /error\b.*:|failed to|cannot find|unable to/i.test(other)) ?? first;
  return line.replaceAll('|', '\\|').slice(0, 200);
}
