// The skill of a network on a data set: 0 if it is no better than one answer to everything, 1 if it is always right.
import type { Dataset } from '../../data/Dataset.js';
import { answer } from '../../learning/TrainingStep.js';
import { fillTrace, traceFor } from '../../model/forward.js';
import type { Network } from '../../model/Network.js';

/**
 * With labels, (r - 1 / k) / (1 - 1 / k), where r is the mean over k classes of the share of a class that is answered right, so that
 * rare classes count as much as common ones. With targets, the mean over the outputs of R^2 = 1 - mean squared error / variance of
 * the targets, each held between 0 and 1; outputs whose target never changes are left out.
 */
export function skillOf(network: Network, data: Dataset): number {
  const outputs = answersOf(network, data);
  return data.labels === undefined ? explained(outputs, data) : answered(outputs, data.labels);
}

/** The number of examples of each class. */
export function countsOf(labels: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function answersOf({ layers }: Network, data: Dataset): Float32Array[] {
  const trace = traceFor(layers, new Float32Array(data.width));
  return Array.from({ length: data.count }, (_, example) => {
    data.readInput(trace.input, example);
    return fillTrace(layers, trace).slice();
  });
}

function answered(outputs: readonly Float32Array[], labels: Int32Array): number {
  const counts = countsOf(labels);
  if (counts.size < 2) return 0;
  const rights = new Map<number, number>();
  outputs.forEach((output, example) => {
    const label = labels[example];
    if (!output.some(Number.isNaN) && answer(output) === label) rights.set(label, (rights.get(label) ?? 0) + 1);
  });
  let recall = 0;
  for (const [label, count] of counts) recall += (rights.get(label) ?? 0) / count / counts.size;
  return Math.max(0, (recall - 1 / counts.size) / (1 - 1 / counts.size));
}

function explained(outputs: readonly Float32Array[], data: Dataset): number {
  const { means, variances } = targetsOf(data);
  const target = new Float32Array(means.length);
  const errors = new Float64Array(means.length);
  for (const [example, output] of outputs.entries()) {
    data.readTarget(target, example);
    for (let place = 0; place < target.length; place++) {
      const error = output[place] - target[place];
      errors[place] += error * error;
    }
  }
  let sum = 0;
  let count = 0;
  variances.forEach((variance, place) => {
    if (variance === 0) return;
    const share = 1 - errors[place] / data.count / variance;
    sum += share > 0 ? share : 0;
    count += 1;
  });
  return count === 0 ? 0 : sum / count;
}

/** Mean and variance of the targets of each output. */
export function targetsOf(data: Dataset): { means: Float64Array; variances: Float64Array } {
  const width = data.targetWidth;
  const means = new Float64Array(width);
  const variances = new Float64Array(width);
  const target = new Float32Array(width);
  const eachTarget = (add: (value: number, place: number) => void) => {
    for (let example = 0; example < data.count; example++) {
      data.readTarget(target, example);
      target.forEach(add);
    }
  };
  eachTarget((value, place) => {
    means[place] += value / data.count;
  });
  eachTarget((value, place) => {
    const distance = value - means[place];
    variances[place] += (distance * distance) / data.count;
  });
  // Where all targets are the same, rounding leaves a little.
  means.forEach((mean, place) => {
    if (variances[place] < 1e-10 * mean * mean) variances[place] = 0;
  });
  return { means, variances };
}
