// Drawings that are already there: a handwritten digit, noise, a scribble.
import { putNonsense } from '../../state/pen';
import { anotherDigit } from '../../state/samples';

export function Offers() {
  return (
    <div class="draw-offers">
      <p class="quiet">Or have something drawn. A network answers noise too: it has never learnt to say "this is no digit".</p>
      <div class="row">
        <button type="button" onClick={anotherDigit}>
          Another digit
        </button>
        <button type="button" onClick={() => putNonsense('noise')}>
          Noise
        </button>
        <button type="button" onClick={() => putNonsense('scribble')}>
          Scribble
        </button>
      </div>
    </div>
  );
}
