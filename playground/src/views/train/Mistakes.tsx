// The held-out examples that it gets most wrong.
import { Grid } from '../../parts/Grid';
import { announce } from '../../state/announcements';
import { put } from '../../state/pen';
import { look } from '../../state/training/signals';
import type { Mistaken } from '../../training/messages';
import { Looking } from './Looking';

export function Mistakes() {
  return <Looking title="Worst mistakes">{(mistakes) => <Gallery mistakes={mistakes} />}</Looking>;
}

function Gallery({ mistakes }: { readonly mistakes: readonly Mistaken[] }) {
  if (mistakes.length === 0) return <p class="quiet">None: every held-out example is right.</p>;
  if (mistakes[0]?.pixels.length !== 784) return <Points mistakes={mistakes} />;
  return (
    <>
      <p class="quiet">What it is, and what the network says. Press one to put it on the drawing field.</p>
      <ul class="train-mistakes" aria-label={`The ${mistakes.length} worst mistakes at step ${look.value?.step}`}>
        {mistakes.map(({ pixels, label, answer }, place) => (
          <li key={place}>
            <button type="button" onClick={() => draw(pixels, label)}>
              <Grid values={pixels} width={28} cell={2} signed={false} />
              <span>
                {label} <span aria-hidden="true">{'\u2192'}</span>
                <span class="unseen">read as</span> {answer}
                <span class="unseen">: draw it</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Points({ mistakes }: { readonly mistakes: readonly Mistaken[] }) {
  return (
    <ul>
      {mistakes.slice(0, 8).map(({ pixels, label, answer }, place) => (
        <li key={place}>
          ({pixels[0]?.toFixed(2)}, {pixels[1]?.toFixed(2)}) lies on arm {label}, and it says {answer}
        </li>
      ))}
    </ul>
  );
}

function draw(pixels: Float32Array, label: number): void {
  put(Float32Array.from(pixels));
  announce(`On the drawing field: a ${label}.`);
}
