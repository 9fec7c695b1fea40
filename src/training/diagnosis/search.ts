// Why a training learns less than it could: it is tried without each of the things that may hinder it.
import type { Network } from '../../model/Network.js';
import type { Finding } from './finding.js';
import { inputScale } from './inputs.js';
import { inWords, ofWeights, unknown } from './lastResorts.js';
import type { Suspicion } from './mend.js';
import { weightFindings } from './neurons.js';
import { planSuspicions } from './plan.js';
import { betterRate, rateFinding } from './rate.js';
import { redrawn } from './redraw.js';
import { frozenLayers, tooSimple, vanishing } from './shape.js';
import { lopsided, targetScale } from './targets.js';
import { type Outcome, type Trial, tried, withRate } from './trial.js';

/** Share of what is missing that a training must win to count as mended, and share of the most that any mend wins. */
const MENDED = 0.6;
const AS_GOOD = 0.8;

/** Share of what is missing that other weights must win to be a part of it. */
const PARTLY = 0.1;

/** Draws that are tried: of small networks more, since they depend on luck. */
const DRAWS = 2;
const DRAWS_OF_SMALL = 5;
const SMALL = 500;

/** A change, what came of it, and what is to be said if it is the one. */
interface Mend {
  readonly trial: Trial;
  readonly without: (trial: Trial) => Trial;
  readonly skill: number;
  readonly finding: Finding;
}

/** What hinders the training, given what it comes to and what there is to learn. */
export function causes(network: Network, own: Trial, outcome: Outcome, most: number): Finding[] {
  const { skill } = outcome;
  const enough = skill + MENDED * (most - skill);
  // Draws are many, and one may do well by luck: it must do better than that.
  const sure = Math.max(enough, AS_GOOD * most);
  const fresh = freshly(network, own, sure);
  if (fresh.skill >= sure) {
    // Other weights may get along with data that are hard to learn from: then it is the data.
    const ofData = chosen(without(dataSuspicions(network, own), own), sure);
    if (ofData !== undefined) return [...ofData.findings];
    return [...ofWeights(network, own, outcome), ...nearRates(own, skill, sure)];
  }
  const mends = [...tries(network, fresh.trial), ...rates(fresh.trial, fresh.skill, enough)];
  const found =
    wider(chosen(mends, enough), network, fresh.trial, AS_GOOD * most) ??
    chosen(simplest(network, fresh.trial), enough) ??
    together(network, mends, fresh.skill, enough);
  if (found === undefined) return unknown(network, own, outcome, most);
  const gained = fresh.skill - skill >= PARTLY * (most - skill);
  return [...odd(network, own, gained ? undefined : found.without, enough), ...found.findings];
}

/** The same plan from other weights. */
function freshly(network: Network, own: Trial, enough: number): { trial: Trial; skill: number } {
  const draws = network.parameterCount < SMALL ? DRAWS_OF_SMALL : DRAWS;
  let best: { trial: Trial; skill: number } | undefined;
  for (let seed = 1; seed <= draws; seed++) {
    const trial = { ...own, network: () => redrawn(network, seed) };
    const { skill } = tried(trial);
    if (best === undefined || skill > best.skill) best = { trial, skill };
    if (best.skill >= enough) break;
  }
  return best as { trial: Trial; skill: number };
}

function tries(network: Network, trial: Trial): Mend[] {
  const suspicions = [
    ...dataSuspicions(network, trial),
    ...lopsided(trial.learnt),
    ...planSuspicions(network, trial),
    ...vanishing(network),
    ...frozenLayers(network),
  ];
  return without(suspicions, trial);
}

function dataSuspicions(network: Network, { learnt }: Trial): Suspicion[] {
  return [...inputScale(learnt), ...targetScale(network, learnt)];
}

function without(suspicions: readonly Suspicion[], trial: Trial): Mend[] {
  return suspicions.map((suspicion) => mended(suspicion, trial));
}

function simplest(network: Network, trial: Trial): Mend[] {
  return without(tooSimple(network), trial);
}

function mended({ without, finding }: Suspicion, before: Trial): Mend {
  const trial = without(before);
  return { trial, without, skill: tried(trial).skill, finding };
}

function rates(trial: Trial, skill: number, enough: number): Mend[] {
  const better = betterRate(trial, enough);
  if (better === undefined || better.outcome.skill <= skill) return [];
  const { factor, outcome } = better;
  const without = (before: Trial) => withRate(before, factor);
  return [
    {
      trial: without(trial),
      without,
      skill: outcome.skill,
      finding: rateFinding(trial, factor, inWords(skill, outcome.skill)),
    },
  ];
}

/** What hinders, and the training without it. */
interface Found {
  readonly skill: number;
  readonly findings: readonly Finding[];
  readonly without: (trial: Trial) => Trial;
}

/** What mends it; the rate is only named where nothing else does, or where depth does as well. */
function chosen(mends: readonly Mend[], enough: number): Found | undefined {
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
  return { skill: most, findings, without: (named[0] as Mend).without };
}

/** More neurons instead of another rate, if only they lead to what there is to learn. */
function wider(found: Found | undefined, network: Network, trial: Trial, goal: number): Found | undefined {
  if (found === undefined || found.skill >= goal || !found.findings.every(isRate)) return found;
  return chosen(simplest(network, trial), goal) ?? found;
}

/** Two causes at once: what helps most, and then another. */
function together(network: Network, mends: readonly Mend[], skill: number, enough: number): Found | undefined {
  const [first] = mends.filter((mend) => mend.skill >= skill).sort((one, other) => other.skill - one.skill);
  if (first === undefined) return undefined;
  const seconds = [...tries(network, first.trial), ...rates(first.trial, first.skill, enough)];
  const second = chosen(
    seconds.filter(({ finding }) => finding.kind !== first.finding.kind),
    enough,
  );
  return (
    second && {
      ...second,
      findings: [first.finding, ...second.findings],
      without: (trial) => second.without(first.without(trial)),
    }
  );
}

/** What is odd about the weights, if other weights help, or if these hinder even without what else does. */
function odd(network: Network, own: Trial, mend: Found['without'] | undefined, enough: number): Finding[] {
  const found = weightFindings(network.layers, own.learnt);
  if (found.length === 0 || mend === undefined) return found;
  const mended = mend(own);
  const samePlace = mended.network().layers.every(({ outputs }, index) => outputs === network.layers[index]?.outputs);
  return samePlace && tried({ ...mended, network: own.network }).skill < enough ? found : [];
}

/** A rate ten times as low or as high, if the training learns by it from the weights that there are. */
function nearRates(own: Trial, skill: number, enough: number): Finding[] {
  for (const factor of [0.1, 10]) {
    const other = tried(withRate(own, factor)).skill;
    if (other >= enough) return [rateFinding(own, factor, inWords(skill, other))];
  }
  return [];
}

function isRate({ kind }: Finding): boolean {
  return kind === 'rateTooHigh' || kind === 'rateTooLow';
}
