// The loss that fits a network's last activation, if none is named.
import { isBuiltIn } from '../model/activations/activation.js';
import { checkNetwork } from '../model/checkNetwork.js';
import type { Network } from '../model/Network.js';
import { ArgumentError } from '../support/errors.js';
import { readable } from '../support/views.js';
import { describe, wording } from '../support/wording.js';
import { crossEntropy } from './losses/crossEntropy.js';
import type { Loss } from './losses/loss.js';
import { meanSquaredError } from './losses/meanSquaredError.js';
import { quadratic } from './losses/quadratic.js';

/** Cross-entropy for softmax, the mean squared error for identity, and the video's quadratic cost for all else. */
export function lossFor(network: Network, loss: Loss | undefined): Loss {
  checkNetwork(network);
  const last = network.layers[network.layers.length - 1].activation;
  if (loss === undefined) {
    return isBuiltIn(last, 'softmax') ? crossEntropy : isBuiltIn(last, 'identity') ? meanSquaredError : quadratic;
  }
  const { value, gradient } = readable<Loss>(loss);
  if (typeof loss !== 'function' || typeof value !== 'function' || typeof gradient !== 'function') {
    throw new ArgumentError(wording('loss', 'a loss, as crossEntropy', describe(loss), 'Make your own with defineLoss.'));
  }
  return loss;
}
