// A rare class: one machine in twenty fails. What a threshold does and what class weights do, measured on the same test data.
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { adam, chooseThreshold, evaluate, Network, precisionRecallCurve, Random, rocCurve, tanh, train } from 'glassbox-nn';
import { prepare, table } from 'glassbox-nn/data';
import { precisionRecallDrawing, toSvg } from 'glassbox-nn/pictures';

const [known, testRows] = table(makeMachines(9000)).split(2 / 3, { seed: 1 });
const [trainingRows, validationRows] = known.split(2 / 3, { seed: 2 });
const preparation = prepare(trainingRows, { target: 'failed' });
const training = preparation.apply(trainingRows);
const validation = preparation.apply(validationRows);
const test = preparation.apply(testRows);
const failures = (labels: Int32Array | undefined) => labels?.filter((label) => label === 1).length ?? 0;

/** Trains, chooses a threshold on the validation data, and counts alarms in the test data: by 0.5, and by what was chosen. */
function compare(name: string, classWeights?: 'balanced') {
  const network = new Network([preparation.width, 12, 1], { hidden: tanh }); // its output is the probability of a failure
  train(network, training, { optimizer: adam({ learningRate: 0.01 }), epochs: 20, classWeights });
  const labels = validation.labels ?? [];
  const { outputs } = evaluate(network, validation);
  const curve = precisionRecallCurve(labels, outputs);
  const mean = outputs.reduce((sum, output) => sum + output, 0) / outputs.length;
  const area = rocCurve(labels, outputs).area.toFixed(3);
  console.log(`${name}: area under the ROC curve ${area}, average precision ${curve.averagePrecision.toFixed(3)}`);
  console.log(`  mean output ${mean.toFixed(3)}; ${curve.share.toFixed(3)} of the machines fail`);
  // At least nine failures in ten are to be found. Of the thresholds that do so, the one with the highest F1 is taken.
  const { threshold } = chooseThreshold(labels, outputs, { minRecall: 0.9 });
  const { outputs: answers } = evaluate(network, test);
  for (const bar of [0.5, threshold]) {
    const alarms = test.labels?.filter((_, index) => (answers[index] ?? 0) > bar);
    console.log(
      `  test, threshold ${bar.toFixed(3)}: ${alarms?.length} alarms find ${failures(alarms)} of ${failures(test.labels)} failures`,
    );
  }
  return precisionRecallDrawing(curve, { threshold });
}

const drawing = compare('without weights');
compare('with class weights', 'balanced');
await writeFile(process.argv[2] ?? `${tmpdir()}/imbalanced.svg`, toSvg(drawing));

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
