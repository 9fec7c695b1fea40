// The parts that join a training step, in the order in which they are called.
import type { JoinedStep, StepPart } from '../StepPart.js';
import { augmentationPart } from './augmentation.js';
import { clippingPart } from './clipping.js';
import { customOptimizerPart } from './customOptimizer.js';
import { dropoutPart } from './dropout.js';
import { overflowGuard } from './overflowGuard.js';
import { maxNormPart, penaltiesPart } from './regularization.js';
import { sampleWeightsPart } from './sampleWeights.js';

/** The parts that the plan asks for, and the guard against overflow. Dropout works on changed images, and clipping on penalties too. */
export function partsOf(step: JoinedStep): StepPart[] {
  const parts = [
    augmentationPart(step),
    dropoutPart(step),
    sampleWeightsPart(step),
    overflowGuard(step),
    penaltiesPart(step),
    clippingPart(step),
    customOptimizerPart(step),
    maxNormPart(step),
  ];
  return parts.filter((part) => part !== undefined);
}
