// The training follows the page: another network, knobs that were turned by hand, other settings.
import { effect, untracked } from '@preact/signals';
import { readParameters } from '../../model/parameters';
import { suitedSource } from '../../model/refit';
import { differences } from '../../training/differences';
import { shown } from '../network';
import { ownDigits } from '../ownDigits';
import { changeTraining, trainingSpec } from '../settings';
import { over } from './beginning';
import { client, known } from './hearing';
import { refitted, warnings } from './signals';

/** From now on, until the function that it gives is called. */
export function followPage(): () => void {
  const ends = [followNetwork(), followSettings(), followOwnDigits()];
  return () => {
    for (const end of ends) end();
  };
}

/** Another network, or knobs that were turned by hand. */
function followNetwork() {
  return effect(() => {
    const { network } = shown.value;
    untracked(() => {
      if (network !== known.network) {
        Object.assign(known, { network, parameters: new Float32Array() });
        refitted.value = '';
        const suited = suitedSource(network, trainingSpec.peek().source);
        if (suited === trainingSpec.peek().source) over();
        else changeTraining({ source: suited });
      } else if (client.underWay) {
        const parameters = readParameters(network);
        const turned = differences(known.parameters, parameters);
        if (turned.places.length === 0) return;
        known.parameters = parameters;
        known.turns += 1;
        client.send({ kind: 'turned', turned, count: known.turns });
      }
    });
  });
}

/** Other settings: from here on, or, with other examples, a new training. */
function followSettings() {
  let { source } = trainingSpec.peek();
  return effect(() => {
    const training = trainingSpec.value;
    untracked(() => {
      if (training.source === source) {
        warnings.value = [];
        client.send({ kind: 'change', training });
      } else over();
      source = training.source;
    });
  });
}

/** Digits drawn here that are learnt from. */
function followOwnDigits() {
  return effect(() => {
    ownDigits.value;
    untracked(() => {
      if (trainingSpec.peek().source === 'own') over();
    });
  });
}
