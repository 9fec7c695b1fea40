// The passes over the parameters: the update of an optimizer, putting back what was before it, and averaging the gradient.
import { adamUpdate, momentumUpdate, nesterovUpdate, rmspropUpdate, sgdUpdate } from './optimizers';
import { Plan } from './records';

export const SGD: u32 = 0;
export const MOMENTUM: u32 = 1;
export const NESTEROV: u32 = 2;
export const RMSPROP: u32 = 3;
export const ADAM: u32 = 4;
/** Puts the parameters back as they were before a pass. */
export const RESTORE: u32 = 5;
/** Only averages the gradient, where it is. */
export const AVERAGE: u32 = 6;

/**
 * One pass over the parameters from place `start` to `end`. What is kept beside a parameter lies at the same distance from it
 * everywhere. Returns lanes that are not 0 where a number was not finite.
 */
export function pass(plan: Plan, update: u32, start: usize, end: usize, share: f32): v128 {
  switch (update) {
    case SGD:
      return sgdUpdate(plan, start, end, share);
    case MOMENTUM:
      return momentumUpdate(plan, start, end, share);
    case NESTEROV:
      return nesterovUpdate(plan, start, end, share);
    case RMSPROP:
      return rmspropUpdate(plan, start, end, share);
    case ADAM:
      return adamUpdate(plan, start, end, share);
    case RESTORE:
      return restorePrevious(plan, start, end);
    default:
      return average(plan, start, end, share);
  }
}

function restorePrevious(plan: Plan, start: usize, end: usize): v128 {
  const previousAhead = plan.previous - plan.parameters;
  for (let place = start; place < end; place += 16) v128.store(place, v128.load(place + previousAhead));
  return f32x4.splat(0);
}

function average(plan: Plan, start: usize, end: usize, share: f32): v128 {
  const gradientAhead = plan.gradients - plan.parameters;
  const shares = f32x4.splat(share);
  for (let place = start + gradientAhead; place < end + gradientAhead; place += 16) {
    v128.store(place, f32x4.mul(v128.load(place), shares));
  }
  return f32x4.splat(0);
}
