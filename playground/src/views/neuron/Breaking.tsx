// Breaking a neuron, or a whole layer, and mending it.
import { announce } from '../../state/announcements';
import { breakNeurons, health, isBreakable, mendNeurons } from '../../state/breaking';
import { shown } from '../../state/network';
import { answerInWords } from '../../state/reading';
import { selected } from '../../state/selection';

const WORDS = {
  whole: '',
  broken: 'Nobody listens to this neuron now: the weights that lead out of it are 0.',
  healing: 'This neuron was broken, and is heard again. Mending puts the old weights back.',
};

export function Breaking() {
  const { layer, neuron } = selected.value;
  if (!isBreakable(layer)) {
    return (
      <p class="quiet">
        An output cannot be broken: nothing listens to it but you. Open a neuron of an earlier layer to break it.
      </p>
    );
  }
  const all = Array.from({ length: shown.value.network.layers[layer]?.outputs ?? 0 }, (_, index) => index);
  const state = health(layer, neuron);
  const hurt = all.filter((one) => health(layer, one) !== 'whole');
  const button = (label: string, action: () => void, disabled: boolean) => (
    <button
      type="button"
      disabled={disabled}
      onClick={() => {
        action();
        announce(`${label}: done. ${answerInWords()}`);
      }}
    >
      {label}
    </button>
  );
  return (
    <div class="neuron-breaking">
      <div class="row">
        {button('Break this neuron', () => breakNeurons(layer, [neuron]), state === 'broken')}
        {button('Break the layer', () => breakNeurons(layer, all), hurt.length === all.length)}
        {button('Mend', () => mendNeurons(layer, hurt), hurt.length === 0)}
      </div>
      <p class="quiet">
        {WORDS[state]}{' '}
        {hurt.length > 0 && `${hurt.length} of ${all.length} neurons of this layer are broken. Training can heal them.`}
      </p>
    </div>
  );
}
