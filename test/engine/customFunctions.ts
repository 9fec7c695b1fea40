// An activation, a loss and optimizers as a user may write them.
import { defineActivation, defineLoss, type Optimizer } from 'glassbox-nn';

/** x / (1 + |x|) */
export const bent = defineActivation({
  name: 'bent',
  value: (sum) => sum / (1 + Math.abs(sum)),
  derivative: (sum) => 1 / ((1 + Math.abs(sum)) * (1 + Math.abs(sum))),
});

/** The fourth powers of the differences. */
export const quartic = defineLoss({
  name: 'quartic',
  value: (outputs, target) => differences(outputs, target).reduce((sum, by) => sum + by * by * by * by, 0),
  gradient: (outputs, target) => differences(outputs, target).map((by) => 4 * by * by * by),
});

function differences(outputs: ArrayLike<number>, target: ArrayLike<number>): number[] {
  return Array.from(outputs, (output, i) => output - (target[i] as number));
}

/** Plain descent. */
export const customDescent: Optimizer = {
  name: 'customDescent',
  learningRate: 0.05,
  slots: 0,
  update(parameters, gradient, _slots, { learningRate }) {
    for (let i = 0; i < parameters.length; i++)
      parameters[i] = (parameters[i] as number) - learningRate * (gradient[i] as number);
  },
};

/** Remembers three numbers for each parameter, which no built-in optimizer does. */
export const customState: Optimizer = {
  name: 'customState',
  learningRate: 0.05,
  slots: 3,
  update(parameters, gradient, slots, { step, learningRate }) {
    const [last, first, total] = slots as [Float32Array, Float32Array, Float32Array];
    for (let i = 0; i < parameters.length; i++) {
      if (step === 1) first[i] = gradient[i] as number;
      total[i] = (total[i] as number) + (gradient[i] as number);
      const mean = ((total[i] as number) + (last[i] as number) + (first[i] as number)) / (step + 2);
      parameters[i] = (parameters[i] as number) - learningRate * mean;
      last[i] = gradient[i] as number;
    }
  },
};
