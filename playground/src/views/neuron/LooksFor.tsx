// What the open neuron looks for: the input that lights it most, and the digits that do.
import { signal } from '@preact/signals';
import { featureImage, topExamples } from 'glassbox-nn';
import { decimal } from '../../model/numbers';
import { Grid } from '../../parts/Grid';
import { SIDE } from '../../state/drawing';
import { shown } from '../../state/network';
import { loadSamples } from '../../state/samples';
import { selected } from '../../state/selection';

/** One picture that was found, and what it was found for. */
interface Found {
  readonly words: string;
  readonly pixels: Float32Array;
}

const found = signal<{ readonly of: string; readonly pictures: readonly Found[] } | undefined>(undefined);

const name = () => `${selected.value.layer} ${selected.value.neuron} ${shown.value.revision}`;

function dream(): void {
  const { layer, neuron } = selected.peek();
  const pixels = featureImage(shown.peek().network, layer, neuron);
  found.value = { of: name(), pictures: [{ words: 'lights it most', pixels }] };
}

async function search(): Promise<void> {
  const { train } = await loadSamples();
  const { layer, neuron } = selected.peek();
  const top = topExamples(shown.peek().network, layer, neuron, train, { count: 6 });
  found.value = {
    of: name(),
    pictures: top.map(({ index, input, activation }) => ({
      words: `a ${train.example(index).label}: ${decimal(activation)}`,
      pixels: input,
    })),
  };
}

export function LooksFor() {
  if (shown.value.network.sizes[0] !== SIDE * SIDE) return null;
  const current = found.value;
  return (
    <div class="neuron-looks-for">
      <h3>What does it look for?</h3>
      <div class="row">
        <button type="button" onClick={dream}>
          Make the image that lights it most
        </button>
        <button type="button" onClick={() => void search()}>
          Find the digits that light it most
        </button>
      </div>
      {current !== undefined && current.of === name() && (
        <div class="neuron-found">
          {current.pictures.map(({ words, pixels }) => (
            <figure key={words}>
              <Grid values={pixels} width={SIDE} cell={1} signed={false} scale={1} label={words} />
              <figcaption class="quiet">{words}</figcaption>
            </figure>
          ))}
        </div>
      )}
    </div>
  );
}
