import { hasConfidence } from '../classifier/hasConfidence.js';
import { isReader, preparationIn } from '../classifier/isClassifier.js';
import type { Classifier, TableClassifier } from '../classifier/Reading.js';
import type { Regressor } from '../classifier/TableRegressor.js';
import { checkDataset } from '../data/checkDataset.js';
import { checkScaling } from '../data/checkScaling.js';
import type { Dataset } from '../data/Dataset.js';
import { matchedData, namesAfter } from '../data/matchedData.js';
import type { NumberTarget, Preparation } from '../data/table/Preparation.js';
import type { Table } from '../data/table/Table.js';
import { checkFit, checkShares, lossFor } from '../learning/checkFit.js';
import type { Loss } from '../learning/losses/loss.js';
import { balancedAccuracy } from '../measures/balancedAccuracy.js';
import { logLoss } from '../measures/logLoss.js';
import type { Measure } from '../measures/Measure.js';
import { f1, precision, recall } from '../measures/precisionRecall.js';
import { checkNetwork } from '../model/checkNetwork.js';
import type { Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';
import { LimitError } from '../support/errors.js';
import { hasField } from '../support/hasField.js';
import { readColumnNames, readNames } from '../support/names.js';
import { readOptions } from '../support/options.js';
import { readable } from '../support/views.js';
import { wording } from '../support/wording.js';
import { classReports, confusionMatrix } from './classReports.js';
import type { EvaluateOptions, Evaluation } from './Evaluation.js';
import { type Evaluated, evaluationRun, readMeasures } from './evaluationRun.js';
import { evaluationText } from './evaluationText.js';
import { targetReports } from './targetReports.js';
import { measuredInUnits, scaledTargets } from './targetUnits.js';

/**
 * Measures a network on data. Of classes: accuracy, confusion matrix, precision, recall and F1 of each class and their means over the
 * classes, log loss. Of targets that are numbers: MAE, RMSE and R2 of each, and the predictions. It changes nothing.
 *
 * A network of a single output answers class 1 where it is above 0.5.
 *
 * Of a regressor all measures of targets, and the predictions, are in the units of the table. Its loss and its outputs stay scaled, so that
 * the loss compares with those of its training.
 *
 * Where the network and the data both have names of classes, the data is read by name: the names may have another order, and some may
 * be missing. `confusion`, `classes` and `answers` are in the network's order.
 *
 * @param network - The network; or a classifier, which scales the data first: give it the data as it was before the scaling. It reads
 * the data by its own names, or by those of its network where only these are in the data. A classifier or regressor of tables takes
 * the table, or what its preparation has made of it.
 * @param data - The examples; for an honest measure, a test set that it has not learnt from.
 * @param options - The loss, and more measures.
 * @returns The measures.
 * @throws {@link ArgumentError} for data that is none or empty, or that has classes, columns or targets of other names,
 * {@link ShapeError} for data that does not fit the network, {@link LimitError} for what does not fit into memory, and
 * {@link NumericError} if an output is NaN.
 *
 * @example
 * ```ts
 * import { evaluate, Network, rocAuc } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * const network = new Network([2, 1]);
 * network.layers[0].weights.fill(10);
 * network.layers[0].biases.fill(-5); // an OR, which is wrong about one of XOR's four
 * const { accuracy, confusion, f1 } = evaluate(network, xor());
 * accuracy; // => 0.75
 * confusion; // => [ [ 1, 1 ], [ 0, 2 ] ]
 * f1!.toFixed(3); // => '0.733'
 * const { measures } = evaluate(network, xor(), { measures: [rocAuc] });
 * measures.rocAuc; // => 0.5
 * ```
 */
export function evaluate<S extends Sizes>(
  network: Network<S> | Classifier<S> | TableClassifier<S> | Regressor<S>,
  data: Dataset | Table,
  options: EvaluateOptions = {},
): Evaluation {
  const plan = planEvaluation(
    network,
    data,
    readOptions('evaluate options', options, ['loss', 'measures'], EVALUATE_ELSEWHERE),
  );
  const run = evaluationRun(plan.network, plan.data, plan.loss, undefined, plan.measures);
  let state = run.next();
  while (!state.done) state = run.next();
  return evaluationOf(plan, state.value);
}

/** What is done instead of options that are no options of an evaluation. */
export const EVALUATE_ELSEWHERE = {
  threshold:
    'Compare the outputs with it and measure that: const answers = Array.from(outputs, (output) => Number(output >= threshold)); f1.ofClass(1).of(labels, answers).',
};

/** The arguments of an evaluation, checked. */
export interface EvaluationPlan {
  readonly network: Network;
  /** Scaled by the classifier, if there is one, and with the network's numbers of classes. */
  readonly data: Dataset;
  readonly loss: Loss;
  readonly measures: readonly Measure[] | undefined;
  /** What the preparation of a regressor has done to the targets. */
  readonly scaled: readonly NumberTarget[] | undefined;
}

/** The most outputs that are kept: 2^28 of them take 1 GiB. */
const MOST_OUTPUTS = 2 ** 28;

/** Checks the arguments of an evaluation. */
export function planEvaluation(
  subject: Network | Classifier | TableClassifier | Regressor,
  given: Dataset | Table,
  { loss: wanted, measures }: EvaluateOptions,
): EvaluationPlan {
  const network = isReader(subject) ? subject.network : subject;
  checkNetwork(network);
  const rows = isReader(subject) && isTable(given) ? preparedBy(preparationIn(subject), given) : given;
  const examples = checkDataset('data', rows);
  const matched = isReader(subject) ? readByNames(subject, examples) : matchedData('data', examples, network);
  const scaling = isReader(subject) && hasField(subject, 'scaling') ? subject.scaling : undefined;
  const data = scaling === undefined ? matched : checkScaling('classifier.scaling', scaling, network.sizes[0]).apply(matched);
  const loss = lossFor(network, wanted);
  checkShares(network);
  checkFit('data', network, data, loss);
  const count = data.count * network.sizes[network.sizes.length - 1];
  if (count > MOST_OUTPUTS) {
    const remedy = 'Evaluate parts of it: data.slice(0, 1_000_000).';
    throw new LimitError(wording('data', `at most ${MOST_OUTPUTS} outputs in all`, `${count}`, remedy));
  }
  const scaled = scaledTargets(subject, data);
  const read = readMeasures(measures ?? [], data, network);
  return { network, data, loss, measures: scaled ? read?.map((measure) => measuredInUnits(measure, scaled)) : read, scaled };
}

/** The table as a data set, if there is a preparation. */
function preparedBy(preparation: Preparation | undefined, table: Table): Dataset | Table {
  const { apply } = readable<Preparation>(preparation);
  return typeof apply === 'function' ? apply(table) : table;
}

/** Whether it is a table, which a preparation takes: duck-typed, since it may come from another copy of this package. */
function isTable(data: Dataset | Table): data is Table {
  return typeof readable<Table>(data).column === 'function';
}

/** The data read by the names of the classifier; or by those of its network, where the classifier's are for display and only these fit. */
function readByNames(reader: Classifier | TableClassifier | Regressor, data: Dataset): Dataset {
  const { network, columnNames } = reader;
  const classNames = hasField(reader, 'classNames') ? reader.classNames : undefined;
  if (classNames !== undefined) readNames('classifier.classNames', classNames, 'class');
  readColumnNames('classifier.columnNames', columnNames, network.sizes[0]);
  const names = namesAfter({ classNames, columnNames }, network);
  const isIn = (known: readonly string[] | undefined) => known && data.classNames?.every((name) => known.includes(name));
  const owner = classNames === network.classNames ? 'network' : 'classifier';
  const byNetwork = !isIn(names.classNames) && isIn(network.classNames);
  return matchedData('data', data, network, byNetwork ? { ...names, classNames: network.classNames } : names, owner);
}

/** The measures, from what an evaluation counted. */
export function evaluationOf(plan: EvaluationPlan, evaluated: Evaluated): Evaluation {
  const { loss, accuracy, answers, outputs = new Float32Array(0), measures = {} } = evaluated;
  const { data } = plan;
  const shared = { outputs, measures };
  const evaluation =
    data.labels === undefined
      ? { loss, ...NO_CLASSES, ...ofTargets(plan, outputs), ...shared }
      : { loss, accuracy, ...ofClasses(plan, data.labels, answers, outputs), answers, ...NO_TARGETS, ...shared };
  // Not enumerable, so that it is compared and copied like any other object.
  return Object.defineProperty(evaluation, 'toString', { value: () => evaluationText(evaluation) });
}

const NO_CLASSES = {
  accuracy: undefined,
  balancedAccuracy: undefined,
  precision: undefined,
  recall: undefined,
  f1: undefined,
  logLoss: undefined,
  confusion: undefined,
  classes: undefined,
  answers: undefined,
};

const NO_TARGETS = { mae: undefined, rmse: undefined, r2: undefined, targets: undefined, predictions: undefined };

function ofClasses({ network, data }: EvaluationPlan, labels: Int32Array, answers: Int32Array, outputs: Float32Array) {
  const width = network.sizes[network.sizes.length - 1];
  const { classNames, sampleWeights } = data;
  const confusion = confusionMatrix(labels, answers, width === 1 ? 2 : width, sampleWeights);
  const classes = classReports(confusion, classNames);
  // A custom activation may state another range than it has.
  const areProbabilities = hasConfidence(network) && outputs.every((output) => output >= 0 && output <= 1);
  const measured = (measure: Measure) => measure.of(labels, outputs, sampleWeights);
  return {
    balancedAccuracy: measured(balancedAccuracy),
    precision: measured(precision),
    recall: measured(recall),
    f1: measured(f1),
    logLoss: areProbabilities ? measured(logLoss) : undefined,
    confusion,
    classes,
  };
}

function ofTargets({ data, scaled }: EvaluationPlan, outputs: Float32Array) {
  const { reports, predictions } = targetReports(data, outputs, scaled);
  const mean = (name: 'mae' | 'rmse' | 'r2') => reports.reduce((sum, report) => sum + report[name], 0) / reports.length;
  return { mae: mean('mae'), rmse: mean('rmse'), r2: mean('r2'), targets: reports, predictions };
}
