// A reference training by the book on the same examples, which shows how much can be learnt from them.
import type { Dataset } from '../../data/Dataset.js';
import { datasetWith } from '../../data/datasetWith.js';
import { standardize } from '../../data/standardize.js';
import { binaryCrossEntropy } from '../../learning/losses/binaryCrossEntropy.js';
import { crossEntropy } from '../../learning/losses/crossEntropy.js';
import { meanSquaredError } from '../../learning/losses/meanSquaredError.js';
import { adam } from '../../learning/optimizers/adam.js';
import { identity } from '../../model/activations/identity.js';
import { relu } from '../../model/activations/relu.js';
import { sigmoid } from '../../model/activations/sigmoid.js';
import { softmax } from '../../model/activations/softmax.js';
import { Network } from '../../model/typedBySizes.js';
import { targetsOf } from './skill.js';
import { type Trial, triedAsItIs } from './trial.js';

/** Learning rates of Adam that are tried, neurons of each of the two hidden layers, and the batch size. */
const RATES = [0.01, 0.002];
const WIDTH = 32;
const BATCH = 32;

/** The most parameters: for very wide data the layers have fewer neurons. */
const PARAMETERS = 1_000_000;

/** The most skill that the reference training reaches in as many epochs. */
export function reference({ network, learnt, measured, options, steps }: Trial): number {
  const { sizes } = network();
  const outputs = sizes[sizes.length - 1];
  const inputs = standardize(learnt);
  const targets = learnt.labels === undefined ? targetsOf(learnt) : undefined;
  const ready = (data: Dataset) => {
    const scaled = inputs.apply(data);
    return targets === undefined ? scaled : scaledTargets(scaled, targets);
  };
  const [output, loss] =
    targets !== undefined
      ? [identity, meanSquaredError]
      : outputs === 1
        ? [sigmoid, binaryCrossEntropy]
        : [softmax, crossEntropy];
  const seen = steps * Math.min(options.batchSize, learnt.count);
  const [learn, measure] = [ready(learnt), learnt === measured ? undefined : ready(measured)];
  const width = Math.max(2, Math.min(WIDTH, Math.floor(PARAMETERS / (learnt.width + outputs))));
  let best = 0;
  for (const learningRate of RATES) {
    const { skill } = triedAsItIs({
      network: () => new Network([learnt.width, width, width, outputs], { hidden: relu, output }),
      learnt: learn,
      measured: measure ?? learn,
      options: { optimizer: adam({ learningRate }), loss, batchSize: BATCH },
      steps: Math.ceil(seen / Math.min(BATCH, learnt.count)),
    });
    best = Math.max(best, skill);
    if (best > 0.9) break;
  }
  return best;
}

/** The data with targets of mean 0 and variance 1. */
export function scaledTargets(data: Dataset, { means, variances }: ReturnType<typeof targetsOf>): Dataset {
  const targets = (data.targets as Float32Array).slice();
  for (let index = 0; index < targets.length; index++) {
    const place = index % data.targetWidth;
    const deviation = Math.sqrt(variances[place]) || 1;
    targets[index] = (targets[index] - means[place]) / deviation;
  }
  return datasetWith(data, { targets });
}
