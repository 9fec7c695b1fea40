import type { Dataset } from '../../data/Dataset.js';
import { checkFit } from '../../learning/checkFit.js';
import { lossFor } from '../../learning/defaultLoss.js';
import type { Loss } from '../../learning/losses/loss.js';
import { checkOptimizer, type Optimizer } from '../../learning/optimizers/optimizer.js';
import { checkFinite, knobsOf } from '../../learning/parameters.js';
import type { Network } from '../../model/Network.js';
import { wholeNumber } from '../../support/checks.js';
import { readOptions } from '../../support/options.js';
import { type Diagnosis, diagnosisOf } from './finding.js';
import { inputFindings } from './inputs.js';
import { deadNeurons, oneClass, saturation } from './neurons.js';
import { observe, sampleOf } from './observe.js';
import { learningRate } from './rate.js';
import { allFrozen, symmetry } from './weights.js';

/** What {@link diagnose} may be told. */
export interface DiagnoseOptions {
  /** The optimizer to try on a copy of the network; if left out, nothing is said about learning rates. */
  readonly optimizer?: Optimizer;
  /** The cost; the one that fits the network's last activation if left out. */
  readonly loss?: Loss;
  /** Examples of a trial step, from 1; 32 if left out. */
  readonly batchSize?: number;
}

/**
 * Why a network is not learning, in words: inputs that are not scaled or never change, twin neurons, dead ReLUs, saturated sigmoids,
 * the same answer to everything; and where there is none of these, given the optimizer, a learning rate that is too high or too low.
 * It looks at up to 1,000 examples from the whole of the data and tries a few steps on a copy; the network and the data stay as
 * they are.
 *
 * What it finds are signs, by rules of thumb. A network may learn with some of them, and may fail without any.
 *
 * @param network - The network, before, during or after training.
 * @param data - What it is to learn from.
 * @param options - Optimizer, loss, batchSize.
 * @returns The findings, of which a healthy network has none; `String(findings)` is a line for each.
 * @throws {@link ArgumentError}, {@link OutOfRangeError} or {@link ShapeError} for what does not fit, and {@link NumericError} for a
 * weight or bias that is not finite; and what an optimizer or a loss of your own throws.
 *
 * @example
 * ```ts
 * import { diagnose, leakyRelu, Network } from 'glassbox-nn';
 * import { dataset } from 'glassbox-nn/data';
 *
 * const houses = dataset({ inputs: [[120, 3], [80, 2], [45, 1], [200, 5]], labels: [1, 0, 0, 1] });
 * const findings = diagnose(new Network([2, 8, 2], { hidden: leakyRelu }), houses);
 * findings.map(({ kind, inputs }) => ({ kind, inputs })); // => [ { kind: 'inputScale', inputs: [ 0 ] } ]
 * String(findings).slice(0, 38); // => '1 of 2 inputs are large, up to 1.3e+2 '
 * ```
 */
export function diagnose<S extends readonly number[]>(
  network: Network<S>,
  data: Dataset,
  options: DiagnoseOptions = {},
): Diagnosis {
  const known = ['optimizer', 'loss', 'batchSize'] as const;
  const given = readOptions('diagnose options', options, known, { learningRate: 'Give the optimizer that has it.' });
  const { optimizer, batchSize = 32 } = given;
  const loss = lossFor(network, given.loss);
  checkFit('data', network, data, loss);
  wholeNumber('batchSize', batchSize, 1);
  if (optimizer !== undefined) checkOptimizer(optimizer);
  const { layers } = network;
  checkFinite(knobsOf(layers), 'to be diagnosed');
  const observed = observe(layers, sampleOf(data, network.parameterCount));
  const { sample } = observed;
  const findings = [
    ...inputFindings(sample),
    ...symmetry(layers),
    ...allFrozen(layers),
    ...deadNeurons(layers, observed),
    ...saturation(layers, observed),
    ...oneClass(layers, observed),
  ];
  // Steps of a network that cannot learn say nothing of the rate: what hinders it comes first.
  if (findings.length === 0 && optimizer !== undefined) {
    return diagnosisOf(learningRate(network, sample, loss, optimizer, batchSize));
  }
  return diagnosisOf(findings);
}
