// Which of the changes that were tried is named as what mends a training.
import type { Finding } from './finding.js';
import type { Trial } from './trial.js';

/** Share of the most that any change wins from which a change is as good. */
export const AS_GOOD = 0.8;

/** A change, what came of it, and what is to be said if it is the one. */
export interface Mend {
  readonly trial: Trial;
  readonly without: (trial: Trial) => Trial;
  readonly skill: number;
  readonly finding: Finding;
}

/** What hinders, and the training without it. */
export interface Found {
  readonly skill: number;
  readonly findings: readonly Finding[];
  readonly without: (trial: Trial) => Trial;
}

/** What mends it; the rate is only named where nothing else does, or where depth does as well. */
export function chosen(mends: readonly Mend[], enough: number): Found | undefined {
  const good = mends.filter(({ skill }) => skill >= enough);
  if (good.length === 0) return undefined;
  const most = Math.max(...good.map(({ skill }) => skill));
  const best = good.filter(({ skill }) => skill >= AS_GOOD * most);
  const others = best.filter(({ finding }) => !isRate(finding));
  const named =
    others.length === 0 || others.every(({ finding }) => finding.kind === 'vanishing' || finding.kind === 'fewSteps')
      ? best
      : others;
  const findings = named
    .map(({ finding }) => finding)
    .filter(({ kind }, place, all) => all.findIndex((one) => one.kind === kind) === place);
  return { skill: most, findings, without: named[0].without };
}

/** Whether a finding is about the learning rate. */
export function isRate({ kind }: Finding): boolean {
  return kind === 'rateTooHigh' || kind === 'rateTooLow';
}
