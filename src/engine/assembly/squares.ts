// Sums of the squares of each neuron's weights, or of their gradients, of which norms are made.
import { columnPlace, rowBytes } from './panels';
import { Layer } from './records';

/** The sums of four neurons of a layer's matrix side by side, each in double precision and in the order of its inputs. */
export function squareFour(layer: Layer, matrix: usize, neuron: u32, sums: usize): void {
  const step = rowBytes(layer.outputs, neuron);
  let place = columnPlace(matrix, layer.inputs, layer.outputs, neuron);
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (let input: u32 = 0; input < layer.inputs; input++) {
    const numbers = v128.load(place);
    const first = f64x2.promote_low_f32x4(numbers);
    const second = f64x2.promote_low_f32x4(v128.shuffle<i64>(numbers, numbers, 1, 1));
    low = f64x2.add(low, f64x2.mul(first, first));
    high = f64x2.add(high, f64x2.mul(second, second));
    place += step;
  }
  v128.store(sums, low);
  v128.store(sums, high, 16);
}
