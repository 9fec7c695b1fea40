// The learning rate: whether a training learns more at another.
import type { Finding } from './finding.js';
import { largestRate } from './plan.js';
import { type Outcome, type Trial, tried, withRate } from './trial.js';

/** How many times as high or as low rates are tried. */
const TIMES = [10, 100, 1000];

/** Rates that are tried where none of these helps, since a rate may be farther off. */
const USUAL = [0.1, 0.01, 0.001];

/** A rate of 0, which learns nothing. */
export function zeroRate({ options, steps }: Trial): Finding[] {
  if (largestRate(options.optimizer, steps) > 0) return [];
  const message = `${options.optimizer.name}: a learning rate of 0 is too low: nothing is learnt. Give one above 0, or leave it out.`;
  return [{ kind: 'rateTooLow', message }];
}

/** The factor of the learning rate with the most skill, and its outcome; lower and higher rates are tried until one is good enough. */
export function betterRate(trial: Trial, enough: number): { factor: number; outcome: Outcome } | undefined {
  const rate = largestRate(trial.options.optimizer, trial.steps);
  const near = TIMES.map((times) => [1 / times, times]);
  let best: { factor: number; outcome: Outcome } | undefined;
  for (const factors of [...near, ...USUAL.map((usual) => [usual / rate])]) {
    for (const factor of factors) {
      const outcome = tried(withRate(trial, factor));
      if (best === undefined || outcome.skill > best.outcome.skill) best = { factor, outcome };
    }
    if (best !== undefined && best.outcome.skill >= enough) return best;
  }
  return best;
}

/** The finding about a rate, where another one learns. */
export function rateFinding({ options, steps }: Trial, factor: number, inWords: string): Finding {
  const { optimizer } = options;
  const rate = largestRate(optimizer, steps);
  const better = Number((rate * factor).toPrecision(2));
  const [kind, height] = factor < 1 ? (['rateTooHigh', 'high'] as const) : (['rateTooLow', 'low'] as const);
  const more = factor < 1 ? '' : `, or many more epochs`;
  return {
    kind,
    message: `${optimizer.name}: a learning rate of ${Number(rate.toPrecision(3))} is too ${height}: ${inWords}. Try ${better}${more}.`,
  };
}
