// The drawing as the network reads it.
import { AsTable } from '../../parts/AsTable';
import { Grid } from '../../parts/Grid';
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
      <AsTable
        caption="the pixels in hundredths"
        headings={['Row', ...Array.from({ length: SIDE }, (_, column) => String(column + 1))]}
        rows={() =>
          Array.from({ length: SIDE }, (_, row) => [
            row + 1,
            ...Array.from(pixels.value.subarray(row * SIDE, (row + 1) * SIDE), (value) => Math.round(value * 100)),
          ])
        }
      />
    </div>
  );
}
