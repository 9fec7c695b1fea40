// What a training reaches, beside the best of several trainings by the book. By this alone it is sick or healthy.
import {
  adam,
  binaryCrossEntropy,
  crossEntropy,
  identity,
  type LayerActivation,
  type Loss,
  meanSquaredError,
  Network,
  relu,
  sigmoid,
  softmax,
  tanh,
  train,
} from 'glassbox-nn';
import { type Dataset, dataset } from 'glassbox-nn/data';
import type { Case } from './case.js';
import { standardized, type Task } from './tasks.js';

/** What a training came to. */
export interface Truth {
  /** What it reached, from 0 to 1, and the most that one by the book reached in as many epochs. */
  readonly reached: number;
  readonly most: number;
  /** Up to 70% of that is sick, and from 90% on it is healthy; what is between is neither, and counts nowhere. */
  readonly verdict: 'sick' | 'healthy' | 'neither';
  /** What it warned of, and why it was refused or ended. */
  readonly warnings: readonly string[];
  readonly error: string | undefined;
  /** The network afterwards. */
  readonly network: Network;
}

const SICK = 0.7;
const HEALTHY = 0.9;

/** Trains a case as it says. */
export function truthOf(one: Case): Truth {
  const network = one.network();
  const warnings: string[] = [];
  let error: string | undefined;
  try {
    train(network, one.task.learn, { ...one.options, onWarning: (message) => warnings.push(message) });
  } catch (thrown) {
    error = String(thrown);
  }
  const reached = reach(network, one.task.held);
  const most = byTheBook(one);
  const share = reached / most;
  const verdict = share <= SICK ? 'sick' : share >= HEALTHY ? 'healthy' : 'neither';
  return { reached, most, verdict, warnings, error, network };
}

const known = new Map<string, number>();

/** The best of two activations, three rates and two seeds, on inputs and targets of mean 0 and deviation 1. */
function byTheBook({ task: given, options }: Case): number {
  const task = given.origin ?? given;
  const key = `${task.name} ${options.epochs}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const ready = standardized(healthyTask(task));
  const { learn, outputs } = ready;
  const [output, loss]: [LayerActivation, Loss] =
    learn.labels === undefined
      ? [identity, meanSquaredError]
      : outputs === 1
        ? [sigmoid, binaryCrossEntropy]
        : [softmax, crossEntropy];
  let most = 0;
  for (const hidden of [relu, tanh]) {
    for (const learningRate of [0.003, 0.01, 0.03]) {
      for (const seed of [1, 2]) {
        const network = new Network([learn.width, 32, 32, outputs], { hidden, output, seed }) as unknown as Network;
        train(network, learn, { optimizer: adam({ learningRate }), loss, epochs: options.epochs });
        most = Math.max(most, reach(network, ready.held));
      }
    }
  }
  known.set(key, most);
  return most;
}

/** Targets of mean 0 and deviation 1; they are the task's own where it has labels. */
function healthyTask(task: Task): Task {
  const { targets, targetWidth } = task.learn;
  if (targets === undefined) return task;
  const columns = Array.from({ length: targetWidth }, (_, place) =>
    targets.filter((_, index) => index % targetWidth === place),
  );
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const deviations = columns.map(
    (column, place) => Math.sqrt(column.reduce((sum, value) => sum + (value - means[place]) ** 2, 0) / column.length) || 1,
  );
  const scaled = (data: Dataset) =>
    dataset({
      inputs: data.readInputs(),
      width: data.width,
      targets: (data.targets as Float32Array).map(
        (value, index) => (value - means[index % targetWidth]) / deviations[index % targetWidth],
      ),
    });
  return { ...task, learn: scaled(task.learn), held: scaled(task.held) };
}

/** How much better than the same answer to everything: 1 for all, 0 for no better. Rare classes count as common ones. */
function reach(network: Network, data: Dataset): number {
  const outputs = Array.from({ length: data.count }, (_, example) => network.forward(data.example(example).input as never));
  if (data.labels !== undefined) {
    const classes = [...new Set(data.labels)];
    const recalls = classes.map((label) => {
      const of = outputs.filter((_, example) => data.labels?.[example] === label);
      return of.filter((output) => answered(output) === label).length / of.length;
    });
    const mean = recalls.reduce((sum, recall) => sum + recall, 0) / classes.length;
    return Math.max(0, (mean - 1 / classes.length) / (1 - 1 / classes.length));
  }
  const width = data.targetWidth;
  const targets = data.targets as Float32Array;
  const shares = Array.from({ length: width }, (_, place) => {
    const wanted = outputs.map((_, example) => targets[example * width + place]);
    const mean = wanted.reduce((sum, value) => sum + value, 0) / wanted.length;
    const spread = wanted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const missed = wanted.reduce((sum, value, example) => sum + (value - outputs[example][place]) ** 2, 0);
    return Math.max(0, 1 - missed / spread);
  });
  return shares.reduce((sum, share) => sum + share, 0) / width;
}

function answered(output: Float32Array): number {
  if (output.some(Number.isNaN)) return -1;
  if (output.length === 1) return output[0] > 0.5 ? 1 : 0;
  return output.indexOf(Math.max(...output));
}
