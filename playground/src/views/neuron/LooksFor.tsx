// What the open neuron looks for: the input that lights it most, and the digits that do.
import { Grid } from '../../parts/Grid';
import { PixelTable } from '../../parts/PixelTable';
import { SIDE } from '../../state/drawing';
import { dream, found, search } from '../../state/looksFor';
import { shown } from '../../state/network';

export function LooksFor() {
  if (shown.value.network.sizes[0] !== SIDE * SIDE) return null;
  return (
    <div class="neuron-looks-for">
      <h3>What does it look for?</h3>
      <div class="row">
        <button type="button" onClick={dream}>
          Make the image that lights it most
        </button>
        <button type="button" onClick={search}>
          Find the digits that light it most
        </button>
      </div>
      {found.value.length > 0 && (
        <div class="neuron-found">
          {found.value.map(({ words, pixels }, index) => (
            <figure key={index}>
              <Grid values={pixels} width={SIDE} cell={1} signed={false} scale={1} label={words} />
              <figcaption class="quiet">{words}</figcaption>
              <PixelTable caption={`the pixels in hundredths, number ${index + 1}: ${words}`} pixels={pixels} />
            </figure>
          ))}
        </div>
      )}
    </div>
  );
}
