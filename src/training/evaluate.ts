import { isClassifier } from '../classifier/isClassifier.js';
import type { Classifier } from '../classifier/Reading.js';
import { checkDataset } from '../data/checkDataset.js';
import { checkScaling } from '../data/checkScaling.js';
import type { Dataset } from '../data/Dataset.js';
import { matchedData, namesAfter } from '../data/matchedData.js';
import { checkFit, checkShares, lossFor } from '../learning/checkFit.js';
import type { Loss } from '../learning/losses/loss.js';
import { checkNetwork } from '../model/checkNetwork.js';
import type { Sizes } from '../model/sizes.js';
import type { Network } from '../model/typedBySizes.js';
import { readColumnNames, readNames } from '../support/names.js';
import { readOptions } from '../support/options.js';
import { type ClassReport, classReports, confusionMatrix } from './classReports.js';
import { type Evaluated, evaluationRun } from './evaluationRun.js';

/** Options of {@link evaluate}. */
export interface EvaluateOptions {
  /** The loss; the one that fits the network's last activation if left out. */
  readonly loss?: Loss | undefined;
}

/** The measures of a network on data. Those of classes are undefined where there are none. */
export interface Evaluation {
  /** Mean cost of the examples. */
  readonly loss: number;
  /** Share answered right, from 0 to 1. */
  readonly accuracy: number | undefined;
  /** confusion[actual][answered]: how many examples of a class got which answer. */
  readonly confusion: readonly (readonly number[])[] | undefined;
  /** Precision and recall of each class. */
  readonly classes: readonly ClassReport[] | undefined;
  /** The class that the network answers for each example, in the order of the data: [examples]. */
  readonly answers: Int32Array | undefined;
}

/**
 * Measures a network on data: the loss, and where there are classes the accuracy, the confusion matrix, and the precision and recall
 * of each class. It changes nothing.
 *
 * A network of a single output answers class 1 where it is above 0.5.
 *
 * Where the network and the data both have names of classes, the data is read by name: the names may have another order, and some may
 * be missing. `confusion`, `classes` and `answers` are in the network's order.
 *
 * @param network - The network; or a classifier, which scales the data first: give it the data as it was before the scaling. It reads
 * the data by its own names, or by those of its network where only these are in the data.
 * @param data - The examples; for an honest measure, a test set that it has not learnt from.
 * @param options - The loss.
 * @returns The measures.
 * @throws {@link ArgumentError} for data that is none or empty, or that has classes or columns of other names, {@link ShapeError} for
 * data that does not fit the network, {@link LimitError} for what does not fit into memory, and {@link NumericError} if an output is NaN.
 *
 * @example
 * ```ts
 * import { evaluate, Network } from 'glassbox-nn';
 * import { xor } from 'glassbox-nn/data';
 *
 * const network = new Network([2, 1]);
 * network.layers[0].weights.fill(10);
 * network.layers[0].biases.fill(-5); // an OR, which is wrong about one of XOR's four
 * const { accuracy, confusion } = evaluate(network, xor());
 * accuracy; // => 0.75
 * confusion; // => [ [ 1, 1 ], [ 0, 2 ] ]
 * ```
 */
export function evaluate<S extends Sizes>(
  network: Network<S> | Classifier<S>,
  data: Dataset,
  options: EvaluateOptions = {},
): Evaluation {
  const plan = planEvaluation(network, data, readOptions('evaluate options', options, ['loss']).loss);
  const run = evaluationRun(plan.network, plan.data, plan.loss);
  let state = run.next();
  while (!state.done) state = run.next();
  return evaluationOf(plan, state.value);
}

/** The arguments of an evaluation, checked. */
export interface EvaluationPlan {
  readonly network: Network;
  /** Scaled by the classifier, if there is one, and with the network's numbers of classes. */
  readonly data: Dataset;
  readonly loss: Loss;
}

/** Checks the arguments of an evaluation. */
export function planEvaluation(subject: Network | Classifier, given: Dataset, loss: Loss | undefined): EvaluationPlan {
  const network = isClassifier(subject) ? subject.network : subject;
  checkNetwork(network);
  const matched = isClassifier(subject) ? readByClassifier(subject, given) : matchedData('data', given, network);
  const scaling = isClassifier(subject) ? subject.scaling : undefined;
  const data = scaling === undefined ? matched : checkScaling('classifier.scaling', scaling, network.sizes[0]).apply(matched);
  const plan = { network, data, loss: lossFor(network, loss) };
  checkShares(network);
  checkFit('data', network, data, plan.loss);
  return plan;
}

/** The data read by the names of the classifier; or by those of its network, where the classifier's are for display and only these fit. */
function readByClassifier(classifier: Classifier, data: Dataset): Dataset {
  checkDataset('data', data);
  const { network, classNames, columnNames } = classifier;
  if (classNames !== undefined) readNames('classifier.classNames', classNames, 'class');
  readColumnNames('classifier.columnNames', columnNames, network.sizes[0]);
  const names = namesAfter(classifier, network);
  const isIn = (known: readonly string[] | undefined) => known && data.classNames?.every((name) => known.includes(name));
  const owner = classifier.classNames === network.classNames ? 'network' : 'classifier';
  const byNetwork = !isIn(names.classNames) && isIn(network.classNames);
  return matchedData('data', data, network, byNetwork ? { ...names, classNames: network.classNames } : names, owner);
}

/** The measures, from what an evaluation counted. */
export function evaluationOf({ network, data }: EvaluationPlan, { loss: cost, accuracy, answers }: Evaluated): Evaluation {
  if (data.labels === undefined) return { loss: cost, accuracy, confusion: undefined, classes: undefined, answers: undefined };
  const outputs = network.sizes[network.sizes.length - 1];
  const confusion = confusionMatrix(data.labels, answers, outputs === 1 ? 2 : outputs);
  return { loss: cost, accuracy, confusion, classes: classReports(confusion, data.classNames), answers };
}
