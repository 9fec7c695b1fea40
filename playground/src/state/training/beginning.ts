// How a training begins, and how it is over.
import { toJson } from 'glassbox-nn/formats';
import { readParameters } from '../../model/parameters';
import { shown } from '../network';
import { ownDigits } from '../ownDigits';
import { trainingSpec } from '../settings';
import { client, known } from './hearing';
import { forgetTraining, speed } from './signals';

/** Begins a training of the network on the page, which then waits for orders. */
export function begin(): void {
  const { network } = shown.peek();
  const files = {
    images: new URL('digits/images.bin', document.baseURI).href,
    labels: new URL('digits/labels.bin', document.baseURI).href,
  };
  const own = trainingSpec.peek().source === 'own' ? ownDigits.peek() : [];
  Object.assign(known, { network, parameters: readParameters(network), turns: 0 });
  client.begin({ network: toJson(network), training: trainingSpec.peek(), own, files });
  client.send({ kind: 'speed', stepsASecond: speed.peek() });
}

/** Ends the training: the next one is of another network, or on other examples. */
export function over(): void {
  client.end();
  forgetTraining();
}
