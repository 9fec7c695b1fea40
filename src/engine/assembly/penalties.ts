// Penalties for the size of weights, which join the mean gradient before the update: the steps of learning/parts/penalties.ts.
import { layerAt } from './layerAt';
import { Plan } from './records';
import { startOfShare } from './threads';

/** g += 2 l2 w, and g += l1 sign(w), for the weights of trainable layers and not for their biases. */
export function addPenalty(plan: Plan, thread: u32): void {
  const gradient = plan.gradients - plan.parameters;
  const twiceL2 = f32x4.splat(plan.twiceL2);
  const l1 = f32x4.splat(plan.l1);
  const zero = f32x4.splat(0);
  for (let index: u32 = 0; index < plan.layerCount; index++) {
    const layer = layerAt(plan, index);
    if (layer.frozen) continue;
    const end = startOfShare(plan, layer.weights, layer.biases, thread + 1);
    for (let place = startOfShare(plan, layer.weights, layer.biases, thread); place < end; place += 16) {
      const weights = v128.load(place);
      let pulled = v128.load(place + gradient);
      if (plan.twiceL2 != 0) pulled = f32x4.add(pulled, f32x4.mul(twiceL2, weights));
      if (plan.l1 != 0) {
        const above = v128.bitselect(f32x4.add(pulled, l1), pulled, f32x4.gt(weights, zero));
        pulled = v128.bitselect(f32x4.sub(pulled, l1), above, f32x4.lt(weights, zero));
      }
      v128.store(place + gradient, pulled);
    }
  }
}
