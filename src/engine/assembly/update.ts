// The optimizers: how a step moves every parameter. Each is a pass over numbers that lie in a row, four at a time; its steps are
// those of learning/optimizers, whose rules also hand over the numbers of each step.
//
// A pass averages the gradient, keeps each parameter as it was, moves it, and leaves the gradient at 0 for the next batch.
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
      return descend(plan, start, end, share);
    case MOMENTUM:
      return roll(plan, start, end, share, false);
    case NESTEROV:
      return roll(plan, start, end, share, true);
    case RMSPROP:
      return rmsprop(plan, start, end, share);
    case ADAM:
      return adam(plan, start, end, share);
    case RESTORE:
      return restore(plan, start, end);
    default:
      return average(plan, start, end, share);
  }
}

/** Number `index` of the step, in all lanes. Number 0 is the decay. */
// @ts-ignore: decorator
@inline
function constant(plan: Plan, index: usize): v128 {
  return v128.load32_splat(plan.constants + (index << 2));
}

/** The parameters at a place, kept as they are, and then shrunk by the decay if there is one: w - decay w. */
// @ts-ignore: decorator
@inline
function take(place: usize, before: usize, decay: v128, decays: bool): v128 {
  const parameters = v128.load(place);
  v128.store(place + before, parameters);
  return decays ? f32x4.sub(parameters, f32x4.mul(decay, parameters)) : parameters;
}

/** The mean slopes at a place, which become 0 there. */
// @ts-ignore: decorator
@inline
function slopes(place: usize, share: v128): v128 {
  const mean = f32x4.mul(v128.load(place), share);
  v128.store(place, f32x4.splat(0));
  return mean;
}

/** 0 in every lane whose number is finite: x - x is NaN for the others. */
// @ts-ignore: decorator
@inline
function faultsIn(numbers: v128): v128 {
  return f32x4.sub(numbers, numbers);
}

// @ts-ignore: decorator
@inline
function decays(plan: Plan): bool {
  return load<f32>(plan.constants) != 0;
}

/** w -= rate g */
function descend(plan: Plan, start: usize, end: usize, share: f32): v128 {
  const gradient = plan.gradients - plan.parameters;
  const before = plan.previous - plan.parameters;
  const decay = constant(plan, 0);
  const decaying = decays(plan);
  const rate = constant(plan, 1);
  const shares = f32x4.splat(share);
  let faults = f32x4.splat(0);
  for (let place = start; place < end; place += 16) {
    const moved = f32x4.sub(take(place, before, decay, decaying), f32x4.mul(rate, slopes(place + gradient, shares)));
    faults = v128.or(faults, faultsIn(moved));
    v128.store(place, moved);
  }
  return faults;
}

/** v = momentum v - rate g, and w += v; with Nesterov's look ahead w += momentum v - rate g */
// @ts-ignore: decorator
@inline
function roll(plan: Plan, start: usize, end: usize, share: f32, nesterov: bool): v128 {
  const gradient = plan.gradients - plan.parameters;
  const before = plan.previous - plan.parameters;
  const slot = plan.firstSlot - plan.parameters;
  const decay = constant(plan, 0);
  const decaying = decays(plan);
  const rate = constant(plan, 1);
  const momentum = constant(plan, 2);
  const shares = f32x4.splat(share);
  let faults = f32x4.splat(0);
  for (let place = start; place < end; place += 16) {
    const parameters = take(place, before, decay, decaying);
    const push = f32x4.mul(rate, slopes(place + gradient, shares));
    const velocity = f32x4.sub(f32x4.mul(momentum, v128.load(place + slot)), push);
    const step = nesterov ? f32x4.sub(f32x4.mul(momentum, velocity), push) : velocity;
    const moved = f32x4.add(parameters, step);
    faults = v128.or(faults, v128.or(faultsIn(moved), faultsIn(velocity)));
    v128.store(place + slot, velocity);
    v128.store(place, moved);
  }
  return faults;
}

/** v = keep v + take g^2, and w -= rate g / (sqrt(v) + epsilon) */
function rmsprop(plan: Plan, start: usize, end: usize, share: f32): v128 {
  const gradient = plan.gradients - plan.parameters;
  const before = plan.previous - plan.parameters;
  const slot = plan.firstSlot - plan.parameters;
  const decay = constant(plan, 0);
  const decaying = decays(plan);
  const rate = constant(plan, 1);
  const kept = constant(plan, 2);
  const taken = constant(plan, 3);
  const epsilon = constant(plan, 4);
  const shares = f32x4.splat(share);
  let faults = f32x4.splat(0);
  for (let place = start; place < end; place += 16) {
    const parameters = take(place, before, decay, decaying);
    const slope = slopes(place + gradient, shares);
    const square = f32x4.add(f32x4.mul(kept, v128.load(place + slot)), f32x4.mul(taken, f32x4.mul(slope, slope)));
    const root = f32x4.add(f32x4.sqrt(square), epsilon);
    const moved = f32x4.sub(parameters, f32x4.div(f32x4.mul(rate, slope), root));
    faults = v128.or(faults, v128.or(faultsIn(moved), faultsIn(square)));
    v128.store(place + slot, square);
    v128.store(place, moved);
  }
  return faults;
}

/** m = keep1 m + take1 g, v = keep2 v + take2 g^2, and w -= rate m unbias1 / (sqrt(v unbias2) + epsilon) */
function adam(plan: Plan, start: usize, end: usize, share: f32): v128 {
  const gradient = plan.gradients - plan.parameters;
  const before = plan.previous - plan.parameters;
  const firstSlot = plan.firstSlot - plan.parameters;
  const secondSlot = plan.secondSlot - plan.parameters;
  const decay = constant(plan, 0);
  const decaying = decays(plan);
  const rate = constant(plan, 1);
  const kept1 = constant(plan, 2);
  const taken1 = constant(plan, 3);
  const kept2 = constant(plan, 4);
  const taken2 = constant(plan, 5);
  const unbias1 = constant(plan, 6);
  const unbias2 = constant(plan, 7);
  const epsilon = constant(plan, 8);
  const shares = f32x4.splat(share);
  let faults = f32x4.splat(0);
  for (let place = start; place < end; place += 16) {
    const parameters = take(place, before, decay, decaying);
    const slope = slopes(place + gradient, shares);
    const mean = f32x4.add(f32x4.mul(kept1, v128.load(place + firstSlot)), f32x4.mul(taken1, slope));
    const squares = f32x4.mul(kept2, v128.load(place + secondSlot));
    const square = f32x4.add(squares, f32x4.mul(taken2, f32x4.mul(slope, slope)));
    const root = f32x4.add(f32x4.sqrt(f32x4.mul(square, unbias2)), epsilon);
    const moved = f32x4.sub(parameters, f32x4.div(f32x4.mul(rate, f32x4.mul(mean, unbias1)), root));
    faults = v128.or(faults, v128.or(faultsIn(moved), v128.or(faultsIn(mean), faultsIn(square))));
    v128.store(place + firstSlot, mean);
    v128.store(place + secondSlot, square);
    v128.store(place, moved);
  }
  return faults;
}

function restore(plan: Plan, start: usize, end: usize): v128 {
  const before = plan.previous - plan.parameters;
  for (let place = start; place < end; place += 16) v128.store(place, v128.load(place + before));
  return f32x4.splat(0);
}

function average(plan: Plan, start: usize, end: usize, share: f32): v128 {
  const gradient = plan.gradients - plan.parameters;
  const shares = f32x4.splat(share);
  for (let place = start + gradient; place < end + gradient; place += 16) {
    v128.store(place, f32x4.mul(v128.load(place), shares));
  }
  return f32x4.splat(0);
}
