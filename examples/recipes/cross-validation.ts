// Cross-validation: the size of a network and its learning rate, chosen on 266 rows by five folds, and measured once at the end.
import { readFile } from 'node:fs/promises';
import { adam, classifier, evaluate, Network, softmax, tanh, train } from 'glassbox-nn';
import { folds, prepare, type Table, table } from 'glassbox-nn/data';

const penguins = table(await readFile(new URL('penguins.csv', import.meta.url), 'utf8')); // lies beside this program
const known = penguins.filter(({ sex }) => sex !== null);
const [rows, test] = known.split(0.8, { seed: 1, stratified: 'sex' });

interface Candidate {
  readonly hidden: number;
  readonly learningRate: number;
}

// #region folds
/** Learns the sex of a bird. The preparation is learnt from the same rows, so that it knows nothing of those that measure it. */
function learn(training: Table, { hidden, learningRate }: Candidate) {
  const preparation = prepare(training, { target: 'sex' });
  const network = new Network([preparation.width, hidden, 2], { hidden: tanh, output: softmax });
  train(network, preparation.apply(training), { optimizer: adam({ learningRate }), epochs: 30 });
  return classifier(network, { preparation });
}

/** The accuracy on each fold in turn, by a classifier that learned from the other four: its mean, and its standard error. */
function crossValidate(candidate: Candidate) {
  const parts = folds(rows, 5, { seed: 1, stratified: 'sex' });
  const shares = Array.from(parts, ([training, part]) => evaluate(learn(training, candidate), part).accuracy ?? 0);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (shares.length - 1);
  return { ...candidate, mean, error: Math.sqrt(variance / shares.length) };
}
// #endregion folds

const candidates = [1, 4, 16].flatMap((hidden) => [0.0003, 0.003, 0.03].map((learningRate) => ({ hidden, learningRate })));
const results = candidates.map(crossValidate);
console.log('neurons  rate    accuracy');
for (const { hidden, learningRate, mean, error } of results) {
  const choice = `${String(hidden).padStart(7)}  ${String(learningRate).padEnd(6)}`;
  console.log(`${choice}  ${mean.toFixed(3)} ± ${error.toFixed(3)}`);
}

// The best mean flatters, since it was chosen for being the best. The test rows are measured once, after the choice, by a classifier
// that learned from all other rows.
const best = results.reduce((one, other) => (other.mean > one.mean ? other : one));
const { accuracy = 0 } = evaluate(learn(rows, best), test);
console.log(
  `chosen: neurons ${best.hidden}, rate ${best.learningRate}; accuracy on ${test.count} test rows: ${accuracy.toFixed(3)}`,
);
