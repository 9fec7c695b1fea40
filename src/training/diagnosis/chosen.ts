// Chooses which of the changes that were tried is named as the one that helps a training.
import type { Finding } from './finding.js';
import type { Trial } from './trial.js';

/** A change is as good as the best one from this share of its skill on. */
export const AS_GOOD = 0.8;

/** A change that was tried, with its skill, and the finding if it is the one. */
export interface Mend {
  readonly trial: Trial;
  readonly without: (trial: Trial) => Trial;
  readonly skill: number;
  readonly finding: Finding;
}

/** The findings, and the training without their causes. */
export interface Found {
  readonly skill: number;
  readonly findings: readonly Finding[];
  readonly without: (trial: Trial) => Trial;
}

/** The findings of the best changes. The learning rate is named only where nothing else helps, or where depth helps as well. */
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
