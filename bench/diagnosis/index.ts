// `npm run bench:diagnosis`: what `diagnose` says of trainings that fail and of trainings that learn, by family.
//
//   npm run bench:diagnosis -- --half tuned     only the half that thresholds were fixed by; or aside, the half that was put aside
//   npm run bench:diagnosis -- --family frozen  only one family
//   npm run bench:diagnosis -- --show           each case that was missed or accused
//
// Fails where of a half less than 90% of the sick are named or more than 2% of the healthy accused, or where of a family with five sick
// ones or more, of both halves, less than 70% are named.
import { parseArgs } from 'node:util';
import { diagnose, Random } from 'glassbox-nn';
import type { Case } from './case.js';
import { curves } from './families/curves.js';
import { luck } from './families/luck.js';
import { healthyCases } from './healthy.js';
import { printed, type Result } from './report.js';
import { sickCases } from './sick.js';
import { truthOf } from './truth.js';

const { values } = parseArgs({
  options: { half: { type: 'string' }, family: { type: 'string' }, show: { type: 'boolean', default: false } },
});

/** Halves each family by a draw, so that none lies on one side. */
function halved(cases: readonly Case[]): [string, Case][] {
  const random = Random.stream(13, 'halves');
  const families = [...new Set(cases.map(({ family }) => family))];
  return families.flatMap((family) => {
    const members = cases.filter((one) => one.family === family);
    const order = random.shuffle(members.map((_, place) => place));
    return order.map((place, turn): [string, Case] => [turn % 2 === 0 ? 'tuned' : 'aside', members[place]]);
  });
}

function resultOf(half: string, one: Case): Result {
  const started = performance.now();
  const truth = truthOf(one);
  const trained = performance.now();
  const before = diagnose(one.network(), one.task.learn, one.options);
  const after = diagnose(truth.network, one.task.learn, one.options);
  const seconds = (performance.now() - trained) / 2000;
  const found = [...before, ...after];
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  const named = kinds.some((kind) => one.kinds.includes(kind));
  if (values.show) {
    const odd = truth.verdict === 'sick' ? !named : kinds.length > 0 || truth.warnings.length > 0;
    const line = `${truth.verdict} ${one.family}: ${one.name}: ${truth.reached.toFixed(2)} of ${truth.most.toFixed(2)}`;
    console.log(
      `${odd ? '!' : ' '} ${line}; ${before.map(({ kind }) => kind)} | ${after.map(({ kind }) => kind)}${truth.warnings.map((text) => `; warned: ${text}`).join('')} (${Math.round(trained - started)} + ${Math.round(seconds * 2000)} ms)`,
    );
  }
  return { half, case: one, truth, kinds, named, seconds };
}

// What was added later comes last, so that the halves of the others stay as they were drawn.
const cases = halved([...sickCases(), ...healthyCases(), ...luck(), ...curves()]).filter(
  ([half, one]) => (values.half ?? half) === half && (values.family ?? one.family) === one.family,
);
const results = cases.map(([half, one]) => resultOf(half, one));
const { text, passed } = printed(results);
console.log(text);
if (!passed && values.family === undefined) process.exitCode = 1;
