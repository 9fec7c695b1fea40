// What would be asked of the input: it is given, so it is a picture to look at, and no step.
import { signed } from '../../../model/numbers';
import { Grid } from '../../../parts/Grid';
import { PixelTable } from '../../../parts/PixelTable';

export function InputColumn({ nudges }: { readonly nudges: Float32Array }) {
  return (
    <>
      <p class="quiet">
        The input is given and cannot change: the wishes end here, and the weights move instead. Which pixels would help if they
        were brighter (+, green) or dimmer (-, red):
      </p>
      {nudges.length === 784 ? (
        <>
          <div class="nudges-input">
            <Grid values={nudges} width={28} cell={4} signed label="What each pixel would be asked for" />
          </div>
          <PixelTable caption="what each pixel would be asked for" pixels={nudges} write={(nudge) => signed(nudge, 3)} />
        </>
      ) : (
        <p>{Array.from(nudges, (nudge) => nudge.toPrecision(2)).join(', ')}</p>
      )}
    </>
  );
}
