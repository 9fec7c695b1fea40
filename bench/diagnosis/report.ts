// The rates of a run, by half and by family, in Markdown.
import type { FindingKind } from 'glassbox-nn';
import type { Case } from './case.js';
import type { Truth } from './truth.js';

/** What was said of one training. */
export interface Result {
  readonly half: string;
  readonly case: Case;
  readonly truth: Truth;
  /** What was found before the training and after it. */
  readonly kinds: readonly FindingKind[];
  /** Whether one of these names what is wrong. */
  readonly named: boolean;
  /** Of one diagnosis. */
  readonly seconds: number;
}

const NAMED = 0.9;
const NAMED_OF_FAMILY = 0.7;
const ACCUSED = 0.02;
/** Sick ones of a family, of both halves, from which on it has a rate: one of one is none. */
const FAMILY = 5;

/** The tables, and whether the rates are what is promised. */
export function printed(results: readonly Result[]): { text: string; passed: boolean } {
  const parts = [...new Set(results.map(({ half }) => half))].map((half) => printedHalf(half, results));
  const low = familiesOf(results).filter(({ ill, rightly }) => ill >= FAMILY && rightly < NAMED_OF_FAMILY * ill);
  const under = low.map(({ name, ill, rightly }) => `\n\nUnder ${percent(NAMED_OF_FAMILY, 1)}: ${name}, ${rightly} of ${ill}.`);
  return {
    text: parts.map(({ text }) => text).join('\n\n') + under.join(''),
    passed: low.length === 0 && parts.every(({ passed }) => passed),
  };
}

function printedHalf(half: string, all: readonly Result[]): { text: string; passed: boolean } {
  const results = all.filter((result) => result.half === half);
  const sick = results.filter(isSick);
  const healthy = results.filter(({ truth }) => truth.verdict === 'healthy');
  const named = sick.filter((result) => result.named).length;
  const accused = healthy.filter(({ kinds }) => kinds.length > 0);
  const warned = healthy.filter(({ truth }) => truth.warnings.length > 0);
  const neither = results.length - sick.length - healthy.length;
  const seconds = results.map((result) => result.seconds).sort((one, other) => one - other);
  const passed = named >= NAMED * sick.length && accused.length <= ACCUSED * healthy.length && warned.length === 0;
  const text = [
    `### ${half}: ${passed ? 'passed' : '**failed**'}`,
    '',
    `${named} of ${sick.length} sick named (${percent(named, sick.length)}), ${accused.length} of ${healthy.length} healthy accused (${percent(accused.length, healthy.length)}), ${warned.length} warned; ${neither} are neither. A diagnosis took ${at(seconds, 0.5)} s in the middle, ${at(seconds, 0.95)} s of 95%, ${at(seconds, 1)} s at most.`,
    '',
    '| Family | Sick | Named | Healthy | Accused |',
    '|---|---|---|---|---|',
    ...familiesOf(results).map(
      ({ name, ill, rightly, well, wrongly }) => `| ${name} | ${ill} | ${rightly} | ${well} | ${wrongly} |`,
    ),
  ].join('\n');
  return { text, passed };
}

/** How many of each family are sick and named, and healthy and accused. */
function familiesOf(results: readonly Result[]) {
  return [...new Set(results.map((result) => result.case.family))].map((name) => {
    const members = results.filter((result) => result.case.family === name);
    const ill = members.filter(isSick);
    const well = members.filter(({ truth }) => truth.verdict === 'healthy');
    const rightly = ill.filter((result) => result.named).length;
    const wrongly = well.filter(({ kinds }) => kinds.length > 0).length;
    return { name, ill: ill.length, rightly, well: well.length, wrongly };
  });
}

/** A sick one for which there is a right name: one that was meant to learn and did not has none. */
function isSick({ truth, case: { kinds } }: Result): boolean {
  return truth.verdict === 'sick' && kinds.length > 0;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)}%`;
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2);
}
