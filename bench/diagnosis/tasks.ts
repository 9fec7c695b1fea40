// What the trainings learn: toy sets and digits, each with examples to learn from and others to be measured by.
import { Random } from 'glassbox-nn';
import { circles, type Dataset, dataset, spirals, standardize, xor } from 'glassbox-nn/data';
import { sampleDigits } from 'glassbox-nn/sample-digits';

/** A thing to learn. */
export interface Task {
  readonly name: string;
  readonly learn: Dataset;
  /** The same as `learn` where there are few examples. */
  readonly held: Dataset;
  /** How many outputs a network for it has. */
  readonly outputs: number;
  /** The task before it was changed, if it was: what it allows is what a training is measured by. */
  readonly origin?: Task;
}

/** Examples of a toy set: to learn from, and in all. */
const LEARNT = 240;
const ALL = 640;

/** The tasks, by name. */
const TASKS: ReadonlyMap<string, Task> = new Map(
  [
    whole('xor', xor(), 1),
    parted('circles', circles({ count: ALL, noise: 0.08, seed: 1 }), 2),
    parted('spirals', spirals({ count: ALL, noise: 0.02, turns: 0.8, seed: 2 }), 2),
    parted('blobs', blobs(3, 4, 0.9, 3), 3),
    parted('noisy', blobs(2, 3, 1.5, 4), 2),
    parted('clouds', clouds(0.7, 6), 2),
    parted('far clouds', clouds(1, 7), 2),
    parted('rare', rare(), 2),
    parted('rings', circles({ count: ALL, noise: 0.08, seed: 5 }), 1),
    parted(
      'sine',
      curve(1, ([x]) => [Math.sin(3 * (x as number))]),
      1,
    ),
    parted(
      'surface',
      curve(2, ([x, y]) => [(x as number) * (y as number), (x as number) - (y as number) ** 2]),
      2,
    ),
    parted(
      'slope',
      curve(5, (x) => [x.reduce((sum, value, place) => sum + value * (place - 2), 0) / 2]),
      1,
    ),
    { name: 'digits', learn: sampleDigits().train.take(600), held: sampleDigits().test.take(400), outputs: 10 },
  ].map((task) => [task.name, task]),
);

/** The task of a name. */
export function task(name: string): Task {
  return TASKS.get(name) as Task;
}

/** The task with other inputs, `change` being given each number and its column. */
export function withInputs(given: Task, change: (value: number, column: number) => number, name: string): Task {
  const changed = (data: Dataset) => {
    const inputs = data.readInputs().map((value, index) => change(value, index % data.width));
    const { width, labels, targets, classes } = data;
    return labels === undefined
      ? dataset({ inputs, width, targets: targets as Float32Array })
      : dataset({ inputs, width, labels, classes: classes as number });
  };
  return bothOf(given, changed, name);
}

/** The task with a column more, which is always the same. */
export function withColumn(given: Task, value: number): Task {
  const wider = (data: Dataset) => {
    const rows = Array.from({ length: data.count }, (_, example) => [...data.example(example).input, value]);
    const { labels, targets, classes } = data;
    return labels === undefined
      ? dataset({ inputs: rows, targets: targets as Float32Array })
      : dataset({ inputs: rows, labels, classes: classes as number });
  };
  return bothOf(given, wider, `a column of ${value}`);
}

/** The task with other targets. */
export function withTargets(given: Task, change: (value: number) => number, name: string): Task {
  const changed = (data: Dataset) =>
    dataset({ inputs: data.readInputs(), width: data.width, targets: (data.targets as Float32Array).map(change) });
  return bothOf(given, changed, name);
}

/** The task with inputs of mean 0 and deviation 1. */
export function standardized(given: Task): Task {
  const scaling = standardize(given.learn);
  return bothOf(given, (data) => scaling.apply(data), 'standardized');
}

/** The task of other data sets. */
export function bothOf(given: Task, change: (data: Dataset) => Dataset, name: string): Task {
  const learn = change(given.learn);
  const held = given.held === given.learn ? learn : change(given.held);
  return { ...given, origin: given.origin ?? given, name: `${given.name}, ${name}`, learn, held };
}

function whole(name: string, data: Dataset, outputs: number): Task {
  return { name, learn: data, held: data, outputs };
}

function parted(name: string, data: Dataset, outputs: number): Task {
  const [learn, held] = data.split(LEARNT / ALL, { seed: 1 });
  return { name, learn, held, outputs };
}

/** Clouds of points round centres, one for each class. */
function blobs(classes: number, width: number, spread: number, seed: number): Dataset {
  const random = Random.stream(seed, 'blobs');
  const centres = Array.from({ length: classes }, () => Array.from({ length: width }, () => random.uniform(-2, 2)));
  const labels = Array.from({ length: ALL }, (_, index) => index % classes);
  const inputs = labels.map((label) => (centres[label] as number[]).map((centre) => centre + spread * random.normal(0, 1)));
  return dataset({ inputs, labels, classes });
}

/** Two clouds to the left and the right, which weights that are drawn may tell apart by luck. */
function clouds(apart: number, seed: number): Dataset {
  const random = Random.stream(seed, 'clouds');
  const labels = Array.from({ length: ALL }, (_, index) => index % 2);
  const inputs = labels.map((label) => [(label ? apart : -apart) + 0.5 * random.normal(0, 1), random.normal(0, 1)]);
  return dataset({ inputs, labels, classes: 2 });
}

/** A ring of which nine in ten examples are on the outside. */
function rare(): Dataset {
  const data = circles({ count: 2000, noise: 0.05, seed: 7 });
  const labels = data.labels as Int32Array;
  const places = [...labels.keys()].filter((place) => labels[place] === 0 || place % 18 === 1);
  return data.select(places.slice(0, ALL));
}

function curve(width: number, value: (x: number[]) => number[]): Dataset {
  const random = Random.stream(9, 'curve', width);
  const inputs = Array.from({ length: ALL }, () => Array.from({ length: width }, () => random.uniform(-1, 1)));
  return dataset({ inputs, targets: inputs.map(value) });
}
