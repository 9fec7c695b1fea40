// The drawing as the network reads it.
import { Grid } from '../../parts/Grid';
import { PixelTable } from '../../parts/PixelTable';
import { centred, pixels, SIDE } from '../../state/drawing';

export function AsRead() {
  return (
    <div class="draw-as-read">
      <figure>
        <Grid values={pixels.value} width={SIDE} cell={1} signed={false} scale={1} label="What the network reads" />
        <figcaption class="quiet">What the network reads</figcaption>
      </figure>
      <label class="draw-centred">
        <input
          type="checkbox"
          checked={centred.value}
          onChange={(event) => {
            centred.value = event.currentTarget.checked;
          }}
        />
        Scale and centre
      </label>
      <PixelTable caption="the pixels in hundredths" pixels={pixels.value} />
    </div>
  );
}
