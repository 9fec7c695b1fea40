// What is on the page, as pictures.
import { savePng, saveSvg, saveWeights } from '../../state/pictures';
import { selected } from '../../state/selection';

export function Pictures() {
  return (
    <section class="keep-part" aria-label="Pictures">
      <h3>Pictures</h3>
      <p class="row">
        <button type="button" onClick={saveSvg}>
          Network as SVG
        </button>
        <button type="button" onClick={savePng}>
          Network as PNG
        </button>
        <button type="button" onClick={saveWeights}>
          Weights of layers[{selected.value.layer}] as PNG
        </button>
      </p>
    </section>
  );
}
