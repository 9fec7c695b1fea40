// Softmax over one row: the steps of linalg/softmax.ts.
import { exponential } from './exponential';

/**
 * out[i] = e^(sums[i] - max) / sum over j of e^(sums[j] - max)
 *
 * @param out - [stride]; may be `sums`. Places from `outputs` on become 0.
 */
export function softmaxForward(out: usize, sums: usize, outputs: u32, stride: u32): void {
  let max = load<f32>(sums);
  for (let i: usize = 1; i < outputs; i++) {
    const sum = load<f32>(sums + (i << 2));
    if (sum > max) max = sum;
  }
  const largest = f32x4.splat(max);
  for (let i: usize = 0; i < stride; i += 4) {
    v128.store(out + (i << 2), exponential(f32x4.sub(v128.load(sums + (i << 2)), largest)));
  }
  for (let i: usize = outputs; i < stride; i++) store<f32>(out + (i << 2), 0);
  let total: f32 = 0;
  for (let i: usize = 0; i < outputs; i++) total += load<f32>(out + (i << 2));
  const divisor = f32x4.splat(total);
  for (let i: usize = 0; i < stride; i += 4) {
    v128.store(out + (i << 2), f32x4.div(v128.load(out + (i << 2)), divisor));
  }
}

/** delta[i] = a[i] (delta[i] - sum over j of delta[j] a[j]) */
export function softmaxBackward(delta: usize, activations: usize, outputs: u32): void {
  let shared: f32 = 0;
  for (let i: usize = 0; i < outputs; i++) shared += load<f32>(delta + (i << 2)) * load<f32>(activations + (i << 2));
  for (let i: usize = 0; i < outputs; i++) {
    const place = delta + (i << 2);
    store<f32>(place, load<f32>(activations + (i << 2)) * (load<f32>(place) - shared));
  }
}
