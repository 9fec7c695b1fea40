// Results as tables in Markdown.
import { agrees, type Comparison, type Outcome, type Results, summary } from './results.js';

const whole = (value: number) => value.toLocaleString('en-US');

/** Three digits that count, without an exponent. */
function digits(value: number): string {
  return Math.abs(value) >= 100 ? whole(Number(value.toPrecision(3))) : value.toPrecision(3);
}

/** The table of one comparison. */
export function tableOf(comparison: Comparison): string {
  const { title, unit, best, outcomes } = comparison;
  const several = outcomes.some(({ values }) => values.length > 1);
  const first = outcomes[0] === undefined ? Number.NaN : summary(outcomes[0].values).median;
  const rows = outcomes.map((outcome) => {
    const { median, least, most } = summary(outcome.values);
    const times = best === 'least' ? median / first : first / median;
    const spread = several ? [`${digits(least)} - ${digits(most)}`] : [];
    return [outcome.name, digits(median), ...spread, digits(times), remarkOf(outcome, comparison)];
  });
  const times = unit === 'kB' ? 'times the first' : "times the first's time";
  const heads = ['', several ? `median, ${unit}` : unit, ...(several ? ['least - most'] : []), times, 'remarks'];
  return [`### ${title}`, '', line(heads), line(heads.map(() => '---')), ...rows.map(line), ''].join('\n');
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** What has to be said of a row: that it did less, and what it came to. */
function remarkOf(outcome: Outcome, comparison: Comparison): string {
  const { amount, loss, expectedLoss, apart, note } = outcome;
  const remarks: string[] = note === undefined ? [] : [note];
  if (comparison.whole !== undefined && amount < comparison.whole) remarks.push(`${whole(amount)} images, scaled`);
  if (loss !== undefined) remarks.push(`cost then ${loss.toPrecision(3)}`);
  if (agrees(outcome) === false) {
    remarks.push(
      loss === undefined ? `**other outputs, ${apart?.toPrecision(2)} apart**` : `**not ${expectedLoss?.toPrecision(3)}**`,
    );
  }
  return remarks.join('; ');
}

/** What the sides could not do, each reason once. */
export function refusalsOf({ comparisons }: Results): string {
  const titles = new Map<string, string[]>();
  for (const { title, refusals } of comparisons) {
    for (const { name, why } of refusals) {
      const key = `${name}: ${why}`;
      titles.set(key, [...(titles.get(key) ?? []), title]);
    }
  }
  return [...titles]
    .map(([reason, works]) => `- ${reason} (${works.length === 1 ? works[0] : `${works.length} tables`}).`)
    .join('\n');
}

/** The versions of all that was measured. */
export function versionsOf({ comparisons }: Results): string {
  const versions = new Map(
    comparisons
      .flatMap(({ outcomes }) => outcomes)
      .filter(({ version }) => version !== '')
      .map(({ name, version }) => [name.split(/,| \(/)[0], version]),
  );
  return [...versions].map(([name, version]) => `${name} ${version}`).join('; ');
}

/** One line on where and when. */
export function machineOf({ machine, date, rounds }: Results): string {
  const { processor, cores, memory, system, node, load } = machine;
  return `${processor}, ${cores} cores, ${memory}, ${system}; Node ${node}; ${date}; medians of ${rounds} rounds in turn; load before the start ${load}.`;
}
