// A network whose weights were set by hand, without learning.
import { unpackPixels } from '../../data/pixelText.js';
import { zeros } from '../../model/initializers/simple.js';
import { Layer, Network } from '../../model/typedBySizes.js';
import { AVERAGES_TEXT } from './averagesText.js';

const DIGITS = 10;
const PIXELS = 784;
/** How steeply a template's likeness lights its neuron: so that the likenesses of real digits lie where a sigmoid is not flat. */
const STEEPNESS = 0.05;
/** How strongly the later layers make the brightest neuron brighter, and the others darker. */
const CONTRASTS = { second: 20, last: 15 };
/** What a neuron of the later layers must be ahead of the others by, to be bright. */
const LEAD = 3;

/**
 * A network of 784-16-16-10 whose weights were set by hand, with no learning at all: what "it looks for shapes" means, in its plainest
 * form. It reads some 82 % of MNIST's test digits.
 *
 * The first ten neurons of the first layer are templates. Neuron d holds the average m of all training images of the digit d as its
 * weights, and -|m|^2 / 2 as its bias, both times one number. Its weighted sum with an image x is then m.x - |m|^2 / 2, which is larger
 * the nearer the image is to the average, since |x - m|^2 = |x|^2 - 2 (m.x - |m|^2 / 2), and |x|^2 is the same for all ten. Without
 * the bias an average with much ink, as that of 0, would win by its ink. The second layer and the last hand each on and hold the other
 * nine down, by a ninth each, so that the brightest of ten shades of grey becomes the one bright output. Six neurons of each hidden
 * layer have nothing to do: all their weights are 0.
 *
 * @returns A new network at each call; sigmoid everywhere.
 *
 * @example
 * ```ts
 * import { evaluate } from 'glassbox-nn';
 * import { handmadeNetwork } from 'glassbox-nn/digits';
 * import { sampleDigits } from 'glassbox-nn/sample-digits';
 *
 * const network = handmadeNetwork();
 * const template = network.layers[0].neuron(3).weights; // the average 3, as its 28x28 grid
 * template.length; // => 784
 * (evaluate(network, sampleDigits().test).accuracy ?? 0) > 0.75; // => true
 * ```
 */
export function handmadeNetwork(): Network<[784, 16, 16, 10]> {
  return new Network([templates(), rivalry(16, CONTRASTS.second), rivalry(10, CONTRASTS.last)]);
}

/** The ten averages as neurons. */
function templates(): Layer<784, 16> {
  const layer = new Layer(PIXELS, 16, { initializer: zeros });
  const averages = unpackPixels(AVERAGES_TEXT, DIGITS * PIXELS);
  for (let digit = 0; digit < DIGITS; digit++) {
    const neuron = layer.neuron(digit);
    let square = 0;
    for (let pixel = 0; pixel < PIXELS; pixel++) {
      const brightness = (averages[digit * PIXELS + pixel] ?? 0) / 255;
      neuron.weights[pixel] = STEEPNESS * brightness;
      square += brightness * brightness;
    }
    neuron.bias = (-STEEPNESS * square) / 2;
  }
  return layer;
}

/** Ten neurons, each of which one input lights and the nine others darken. */
function rivalry<O extends number>(outputs: O, contrast: number): Layer<16, O> {
  const layer = new Layer(16, outputs, { initializer: zeros });
  for (let digit = 0; digit < DIGITS; digit++) {
    for (let rival = 0; rival < DIGITS; rival++) {
      layer.weights[digit * 16 + rival] = rival === digit ? contrast : -contrast / (DIGITS - 1);
    }
    layer.biases[digit] = -LEAD;
  }
  return layer;
}
