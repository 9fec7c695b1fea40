// Where two answers part, in words.
import type { Comparison } from '../../model/comparison';

export function Verdict({ comparison: { answers, furthest } }: { comparison: Comparison }) {
  const same = answers.here === answers.other;
  return (
    <p>
      {same ? `Both say ${said(answers.here)}.` : `A says ${said(answers.here)}, B says ${said(answers.other)}.`}{' '}
      {furthest === undefined
        ? 'Every output is the same.'
        : `They are furthest apart on ${furthest.output}: ${furthest.here.toFixed(2)} against ${furthest.other.toFixed(2)}.`}
    </p>
  );
}

function said(answer: number | undefined): string {
  return answer === undefined ? 'nothing, its outputs are no numbers' : String(answer);
}
