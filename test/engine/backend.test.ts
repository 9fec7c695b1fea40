// Which backend there is: the one that the project of this run asks for.
import { Network } from 'glassbox-nn';
import { describe, expect, inject, it } from 'vitest';
import { backend } from '../../src/engine/backend.js';
import { stepFor } from '../../src/engine/stepFor.js';
import { TrainingStep } from '../../src/learning/TrainingStep.js';
import { stepPlan } from '../learning/stepPlan.js';
import { exclusiveOr } from '../support/toyData.js';

describe('the backend', () => {
  it('is what the project of this run asks for, so that all tests run on both', () => {
    expect(backend().name).toBe(inject('backend'));
    const step = stepFor(stepPlan({ network: new Network([2, 2]), data: exclusiveOr() }), 1);
    expect(step instanceof TrainingStep).toBe(inject('backend') === 'javascript');
    step.release();
  });
});
