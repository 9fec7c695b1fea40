// Gradient descent with momentum: Polyak's, and Nesterov's.
import { applyWeightDecay, type UpdateRule } from './optimizer.js';

const f = Math.fround;

/** v = momentum v - rate g, w += v */
export const momentumUpdate: UpdateRule['apply'] = (parameters, gradient, [velocities], [decay, rate, momentum]) => {
  if (decay !== 0) applyWeightDecay(parameters, decay);
  for (let i = 0; i < parameters.length; i++) {
    const velocity = f(f(momentum * velocities[i]) - f(rate * gradient[i]));
    velocities[i] = velocity;
    parameters[i] = parameters[i] + velocity;
  }
};

/** v = momentum v - rate g, w += momentum v - rate g */
export const nesterovUpdate: UpdateRule['apply'] = (parameters, gradient, [velocities], [decay, rate, momentum]) => {
  if (decay !== 0) applyWeightDecay(parameters, decay);
  for (let i = 0; i < parameters.length; i++) {
    const descent = f(rate * gradient[i]);
    const velocity = f(f(momentum * velocities[i]) - descent);
    velocities[i] = velocity;
    parameters[i] = parameters[i] + f(f(momentum * velocity) - descent);
  }
};
