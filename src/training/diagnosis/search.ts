// Searches for the causes why a training learns less than it could: it is tried without each thing that may hinder it.
import type { Network } from '../../model/typedBySizes.js';
import { AS_GOOD, chosen, type Found, isRate, type Mend } from './chosen.js';
import type { Finding } from './finding.js';
import { inputScale } from './inputs.js';
import { inWords, ofWeights, unknown } from './lastResorts.js';
import { byTraining, moved, untrained } from './luck.js';
import { weightFindings } from './neurons.js';
import { decays, planSuspicions } from './plan.js';
import { betterRate, rateFinding } from './rate.js';
import { redrawn } from './redraw.js';
import { frozenLayers, tooSimple, vanishing } from './shape.js';
import type { Suspicion } from './suspicion.js';
import { lopsided, mostInReach, targetScale } from './targets.js';
import { type Outcome, type Trial, tried, withRate } from './trial.js';
import { zeroBiases } from './zeroBiases.js';

/** The share of the missing skill that a change must add to count as the cause. */
const MENDED = 0.6;

/** The share of the missing skill that other weights must add to count as a part of it. */
const PARTLY = 0.1;

/** How many initializations are tried: more of small networks, since they depend on luck. */
const DRAWS = 2;
const DRAWS_OF_SMALL = 5;
const SMALL = 500;

/** The causes that hinder a training, given its outcome and the most skill that can be learnt. */
export function causes(network: Network, own: Trial, outcome: Outcome, most: number): Finding[] {
  const { skill } = outcome;
  const goal = { enough: skill + MENDED * (most - skill), most };
  const { enough } = goal;
  // One of many initializations may do well by luck: it must do better than that.
  const sure = Math.max(enough, AS_GOOD * most);
  if (mostInReach(network, own.learnt) < AS_GOOD * most) return targetScale(network, own.learnt).map(({ finding }) => finding);
  if (decays(own.options) || (!moved(network, outcome.network) && weightFindings(network.layers, own.learnt).length === 0)) {
    // Other weights may be lucky, so changes of the options are tried with these first.
    const found = searched(network, own, skill, goal);
    if (found !== undefined) return [...found.findings];
  }
  const fresh = freshly(network, own, sure, goal);
  if (fresh.sure) {
    // Where other weights learn from data that are hard to learn from, the data are the cause.
    const ofData = chosen(without(dataSuspicions(network, own), own), sure);
    if (ofData !== undefined) return [...ofData.findings];
    const found = ofWeights(network, own, outcome);
    const ofBiases = found.some(({ kind }) => kind === 'stalled') ? zeroBiases(network, own, sure) : undefined;
    return [...(ofBiases?.findings ?? found), ...nearRates(own, skill, sure)];
  }
  const found = searched(network, fresh.trial, fresh.skill, goal, true);
  if (found === undefined) return unknown(network, own, outcome, most);
  const gained = fresh.skill - Math.max(skill, fresh.before) >= PARTLY * (most - skill);
  return [...odd(network, own, gained ? undefined : found.without, enough), ...found.findings];
}

/** The skill from which on a change is a cause, and the most that can be learnt. */
interface Goal {
  readonly enough: number;
  readonly most: number;
}

/** The change that helps: one, or two; and between them more neurons, if asked for. */
function searched(network: Network, trial: Trial, skill: number, goal: Goal, more = false): Found | undefined {
  const { enough, most } = goal;
  const mends = [...tries(network, trial, most), ...rates(trial, skill, enough)];
  return (
    wider(chosen(mends, enough), network, trial, most) ??
    (more ? (zeroBiases(network, trial, enough) ?? chosen(simplest(network, trial, most), enough)) : undefined) ??
    together(network, mends, skill, goal)
  );
}

/** The same training from other initial weights: its skill before and after, and whether the training surely made the difference. */
interface Fresh {
  readonly trial: Trial;
  readonly before: number;
  readonly skill: number;
  readonly sure: boolean;
}

/** The best of some initializations. Lucky ones are left out, since with them any change would seem to help. */
function freshly(network: Network, own: Trial, sure: number, { enough, most }: Goal): Fresh {
  const draws = network.parameterCount < SMALL ? DRAWS_OF_SMALL : DRAWS;
  let best: Fresh | undefined;
  for (let seed = 1; seed <= draws; seed++) {
    const trial = { ...own, network: () => redrawn(network, seed) };
    const { skill } = tried(trial);
    const before = untrained(trial);
    const learnt = byTraining(before, skill, most);
    if (skill >= enough && !learnt) continue;
    if (best === undefined || skill > best.skill) best = { trial, before, skill, sure: learnt && skill >= sure };
    if (best.sure) break;
  }
  return best ?? { trial: own, before: untrained(own), skill: tried(own).skill, sure: false };
}

function tries(network: Network, trial: Trial, most: number): Mend[] {
  const suspicions = [
    ...dataSuspicions(network, trial),
    ...lopsided(trial.learnt),
    ...planSuspicions(network, trial),
    ...frozenLayers(network),
  ];
  return [...without(suspicions, trial), ...withoutLuck(without(vanishing(network), trial), most)];
}

function dataSuspicions(network: Network, { learnt }: Trial): Suspicion[] {
  return [...inputScale(learnt), ...targetScale(network, learnt)];
}

function without(suspicions: readonly Suspicion[], trial: Trial): Mend[] {
  return suspicions.map((suspicion) => mended(suspicion, trial));
}

function simplest(network: Network, trial: Trial, most: number): Mend[] {
  return withoutLuck(without(tooSimple(network), trial), most);
}

/** Of networks with new initial weights only the skill counts that the training adds, unless that is most of it. */
function withoutLuck(mends: readonly Mend[], most: number): Mend[] {
  return mends.map((mend) => {
    const before = untrained(mend.trial);
    return byTraining(before, mend.skill, most) ? mend : { ...mend, skill: Math.max(0, mend.skill - before) };
  });
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

/** Drawn biases instead of another rate, if they learn nearly everything, or more neurons, if only they do. */
function wider(found: Found | undefined, network: Network, trial: Trial, most: number): Found | undefined {
  const goal = AS_GOOD * most;
  if (!found?.findings.every(isRate)) return found;
  const ofBiases = zeroBiases(network, trial, goal);
  if (ofBiases !== undefined || found.skill >= goal) return ofBiases ?? found;
  return chosen(simplest(network, trial, most), goal) ?? found;
}

/** Two causes at once: the change that helps most, and then another. */
function together(network: Network, mends: readonly Mend[], skill: number, { enough, most }: Goal): Found | undefined {
  const [first] = mends.filter((mend) => mend.skill >= skill).sort((one, other) => other.skill - one.skill);
  if (first === undefined) return undefined;
  const seconds = [...tries(network, first.trial, most), ...rates(first.trial, first.skill, enough)];
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

/** Findings about the weights, if other weights help, or if these hinder even without the other causes. */
function odd(network: Network, own: Trial, mend: Found['without'] | undefined, enough: number): Finding[] {
  const found = weightFindings(network.layers, own.learnt);
  if (found.length === 0 || mend === undefined) return found;
  const mended = mend(own);
  const samePlace = mended.network().layers.every(({ outputs }, index) => outputs === network.layers[index]?.outputs);
  return samePlace && tried({ ...mended, network: own.network }).skill < enough ? found : [];
}

/** A rate ten times as low or as high, if the training learns with it from the same weights. */
function nearRates(own: Trial, skill: number, enough: number): Finding[] {
  for (const factor of [0.1, 10]) {
    const other = tried(withRate(own, factor)).skill;
    if (other >= enough) return [rateFinding(own, factor, inWords(skill, other))];
  }
  return [];
}
