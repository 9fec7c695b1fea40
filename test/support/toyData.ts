// Small seeded data sets for tests of learning and training.
import { Random } from 'glassbox-nn';
import { type Dataset, dataset } from 'glassbox-nn/data';

/** The four examples of exclusive or. */
export function exclusiveOr(): Dataset {
  return dataset({ inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], labels: [0, 1, 1, 0] }); // biome-ignore format: a table
}

/** `count` random inputs of [width], a third of their numbers zero, in `classes` classes. */
export function randomExamples(count: number, width: number, classes: number, seed = 1): Dataset {
  const random = new Random(seed);
  const number = () => (random.integer(3) === 0 ? 0 : random.uniform(-1, 1));
  return dataset({
    inputs: Array.from({ length: count }, () => Array.from({ length: width }, number)),
    labels: Array.from({ length: count }, () => random.integer(classes)),
    classes,
  });
}

/** The same inputs with a row of shares, which add up to 1, as the target of each. */
export function randomShares(count: number, width: number, outputs: number, seed = 1): Dataset {
  const { inputs } = randomExamples(count, width, outputs, seed);
  const random = new Random(seed + 1);
  const targets = Array.from({ length: count }, () => {
    const parts = Array.from({ length: outputs }, () => random.uniform(0.1, 1));
    const total = parts.reduce((sum, part) => sum + part);
    return parts.map((part) => part / total);
  });
  return dataset({ inputs, width, targets });
}
