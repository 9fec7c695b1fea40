// The code of the network on the page.
import { computed } from '@preact/signals';
import { code } from '../model/code';
import { fittingLoss } from '../model/fittingLosses';
import { shown } from './network';
import { changed, origin } from './replacing';
import { trainingSpec } from './settings';

/** As it is now; worked out only while someone looks. */
export const shownCode = computed(() =>
  code({
    origin: origin.value,
    sizes: shown.value.network.sizes,
    changed: changed.value,
    training: { ...trainingSpec.value, loss: fittingLoss(shown.value.network, trainingSpec.value.loss) },
  }),
);
