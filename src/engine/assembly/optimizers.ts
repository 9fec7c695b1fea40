// The optimizers: how an update moves every parameter. Each is a pass over numbers that lie in a row, four at a time; its steps
// are those of learning/optimizers, whose rules also hand over the constants of each step.
//
// A pass averages the gradient, keeps the previous parameters, moves them, and leaves the gradient at 0 for the next batch.
import { Plan } from './records';

/** Constant `index` of the update, in all lanes. Constant 0 is the weight decay times the learning rate. */
// @ts-ignore: decorator
@inline
function constant(plan: Plan, index: usize): v128 {
  return v128.load32_splat(plan.constants + (index << 2));
}

/** The parameters at a place, which are kept as the previous ones. */
// @ts-ignore: decorator
@inline
function keepPrevious(place: usize, ahead: usize): v128 {
  const parameters = v128.load(place);
  v128.store(place + ahead, parameters);
  return parameters;
}

/** w - decay w, if there is any weight decay. */
// @ts-ignore: decorator
@inline
function applyWeightDecay(parameters: v128, decay: v128, decays: bool): v128 {
  return decays ? f32x4.sub(parameters, f32x4.mul(decay, parameters)) : parameters;
}

/** The mean gradient at a place, which becomes 0 there. */
// @ts-ignore: decorator
@inline
function takeGradient(place: usize, share: v128): v128 {
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
function hasWeightDecay(plan: Plan): bool {
  return load<f32>(plan.constants) != 0;
}

/** w -= rate g */
export function sgdUpdate(plan: Plan, start: usize, end: usize, share: f32): v128 {
  const gradientAhead = plan.gradients - plan.parameters;
  const previousAhead = plan.previous - plan.parameters;
  const decay = constant(plan, 0);
  const decays = hasWeightDecay(plan);
  const rate = constant(plan, 1);
  const shares = f32x4.splat(share);
  let faults = f32x4.splat(0);
  for (let place = start; place < end; place += 16) {
    const parameters = applyWeightDecay(keepPrevious(place, previousAhead), decay, decays);
    const moved = f32x4.sub(parameters, f32x4.mul(rate, takeGradient(place + gradientAhead, shares)));
    faults = v128.or(faults, faultsIn(moved));
    v128.store(place, moved);
  }
  return faults;
}

/** v = momentum v - rate g, w += v */
// @ts-ignore: decorator
@inline
export function momentumUpdate(plan: Plan, start: usize, end: usize, share: f32): v128 {
  return velocityUpdate(plan, start, end, share, false);
}

/** v = momentum v - rate g, w += momentum v - rate g */
// @ts-ignore: decorator
@inline
export function nesterovUpdate(plan: Plan, start: usize, end: usize, share: f32): v128 {
  return velocityUpdate(plan, start, end, share, true);
}

// @ts-ignore: decorator
@inline
function velocityUpdate(plan: Plan, start: usize, end: usize, share: f32, nesterov: bool): v128 {
  const gradientAhead = plan.gradients - plan.parameters;
  const previousAhead = plan.previous - plan.parameters;
  const slotAhead = plan.firstSlot - plan.parameters;
  const decay = constant(plan, 0);
  const decays = hasWeightDecay(plan);
  const rate = constant(plan, 1);
  const momentum = constant(plan, 2);
  const shares = f32x4.splat(share);
  let faults = f32x4.splat(0);
  for (let place = start; place < end; place += 16) {
    const parameters = applyWeightDecay(keepPrevious(place, previousAhead), decay, decays);
    const push = f32x4.mul(rate, takeGradient(place + gradientAhead, shares));
    const velocity = f32x4.sub(f32x4.mul(momentum, v128.load(place + slotAhead)), push);
    const step = nesterov ? f32x4.sub(f32x4.mul(momentum, velocity), push) : velocity;
    const moved = f32x4.add(parameters, step);
    faults = v128.or(faults, v128.or(faultsIn(moved), faultsIn(velocity)));
    v128.store(place + slotAhead, velocity);
    v128.store(place, moved);
  }
  return faults;
}

/** v = rho v + (1 - rho) g^2, w -= rate g / (sqrt(v) + epsilon) */
export function rmspropUpdate(plan: Plan, start: usize, end: usize, share: f32): v128 {
  const gradientAhead = plan.gradients - plan.parameters;
  const previousAhead = plan.previous - plan.parameters;
  const slotAhead = plan.firstSlot - plan.parameters;
  const decay = constant(plan, 0);
  const decays = hasWeightDecay(plan);
  const rate = constant(plan, 1);
  const rho = constant(plan, 2);
  const oneMinusRho = constant(plan, 3);
  const epsilon = constant(plan, 4);
  const shares = f32x4.splat(share);
  let faults = f32x4.splat(0);
  for (let place = start; place < end; place += 16) {
    const parameters = applyWeightDecay(keepPrevious(place, previousAhead), decay, decays);
    const gradient = takeGradient(place + gradientAhead, shares);
    const square = f32x4.add(
      f32x4.mul(rho, v128.load(place + slotAhead)),
      f32x4.mul(oneMinusRho, f32x4.mul(gradient, gradient)),
    );
    const root = f32x4.add(f32x4.sqrt(square), epsilon);
    const moved = f32x4.sub(parameters, f32x4.div(f32x4.mul(rate, gradient), root));
    faults = v128.or(faults, v128.or(faultsIn(moved), faultsIn(square)));
    v128.store(place + slotAhead, square);
    v128.store(place, moved);
  }
  return faults;
}

/**
 * m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2, w -= rate m c1 / (sqrt(v c2) + epsilon), the bias corrections c
 * being 1 / (1 - beta^t)
 */
export function adamUpdate(plan: Plan, start: usize, end: usize, share: f32): v128 {
  const gradientAhead = plan.gradients - plan.parameters;
  const previousAhead = plan.previous - plan.parameters;
  const firstAhead = plan.firstSlot - plan.parameters;
  const secondAhead = plan.secondSlot - plan.parameters;
  const decay = constant(plan, 0);
  const decays = hasWeightDecay(plan);
  const rate = constant(plan, 1);
  const beta1 = constant(plan, 2);
  const oneMinusBeta1 = constant(plan, 3);
  const beta2 = constant(plan, 4);
  const oneMinusBeta2 = constant(plan, 5);
  const biasCorrection1 = constant(plan, 6);
  const biasCorrection2 = constant(plan, 7);
  const epsilon = constant(plan, 8);
  const shares = f32x4.splat(share);
  let faults = f32x4.splat(0);
  for (let place = start; place < end; place += 16) {
    const parameters = applyWeightDecay(keepPrevious(place, previousAhead), decay, decays);
    const gradient = takeGradient(place + gradientAhead, shares);
    const mean = f32x4.add(f32x4.mul(beta1, v128.load(place + firstAhead)), f32x4.mul(oneMinusBeta1, gradient));
    const squares = f32x4.mul(beta2, v128.load(place + secondAhead));
    const square = f32x4.add(squares, f32x4.mul(oneMinusBeta2, f32x4.mul(gradient, gradient)));
    const root = f32x4.add(f32x4.sqrt(f32x4.mul(square, biasCorrection2)), epsilon);
    const moved = f32x4.sub(parameters, f32x4.div(f32x4.mul(rate, f32x4.mul(mean, biasCorrection1)), root));
    faults = v128.or(faults, v128.or(faultsIn(moved), v128.or(faultsIn(mean), faultsIn(square))));
    v128.store(place + firstAhead, mean);
    v128.store(place + secondAhead, square);
    v128.store(place, moved);
  }
  return faults;
}
