// A rare class: one machine in twenty fails. A threshold is chosen on validation data, and the test data is measured once.
import { adam, chooseThreshold, evaluate, Network, precisionRecallCurve, Random, rocCurve, tanh, train } from 'glassbox-nn';
import { prepare, table } from 'glassbox-nn/data';
import { precisionRecallDrawing, toTerminal } from 'glassbox-nn/pictures';

const [known, testRows] = table(makeMachines(9000)).split(2 / 3, { seed: 1 });
const [trainingRows, validationRows] = known.split(2 / 3, { seed: 2 });
const preparation = prepare(trainingRows, { target: 'failed' });
const network = new Network([preparation.width, 12, 1], { hidden: tanh }); // its output is the probability of a failure
train(network, preparation.apply(trainingRows), { optimizer: adam({ learningRate: 0.01 }), epochs: 20 });

const validation = preparation.apply(validationRows);
const labels = validation.labels ?? [];
const { outputs, accuracy } = evaluate(network, validation);
const curve = precisionRecallCurve(labels, outputs);
console.log(`accuracy ${accuracy}; always answering no gives ${1 - curve.share}`);
console.log(`area under the ROC curve ${rocCurve(labels, outputs).area.toFixed(3)}; chance gives 0.5`);
console.log(`average precision ${curve.averagePrecision.toFixed(3)}; chance gives ${curve.share}`);

// At least nine failures in ten are to be found. Of the thresholds that do so, the one with the highest F1 is taken.
const { threshold } = chooseThreshold(labels, outputs, { minRecall: 0.9 });
console.log(toTerminal(precisionRecallDrawing(curve, { threshold }), { columns: 60, colours: 'none' }));

const test = preparation.apply(testRows);
const probabilities = evaluate(network, test).outputs;
const isFailure = (label: number) => label === 1;
for (const bar of [0.5, threshold]) {
  const alarms = test.labels?.filter((_, index) => (probabilities[index] ?? 0) > bar);
  const [found, all] = [alarms, test.labels].map((some) => some?.filter(isFailure).length);
  console.log(`test, threshold ${bar.toFixed(3)}: ${alarms?.length} alarms find ${found} of ${all} failures`);
}

/** Machines that do not exist. Those that are hot, shake, or are cooled by air fail more often, and some fail by bad luck. */
function makeMachines(count: number) {
  const random = new Random(1);
  return Array.from({ length: count }, () => {
    const [heat, shaking, luck] = [random.normal(), random.normal(), random.normal()];
    const cooling = random.uniform() < 0.7 ? 'water' : 'air';
    const failed = heat + shaking + (cooling === 'air' ? 0.8 : 0) + 0.7 * luck > 2.9 ? 'yes' : 'no';
    return { temperature: Math.round(60 + 10 * heat), vibration: Math.round(30 + 8 * shaking), cooling, failed };
  });
}
