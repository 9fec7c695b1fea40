// The picture of the network: lines on a canvas, and over it a button for each neuron.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { networkLayout } from '../../model/networkLayout';
import { outputText } from '../../model/numbers';
import { Grid } from '../../parts/Grid';
import { shown } from '../../state/network';
import { activations, answer, outputsAreShares } from '../../state/reading';
import { selected } from '../../state/selection';
import { Lines } from './Lines';
import { Neurons } from './Neurons';

export function NetworkPicture() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(frame.current as HTMLDivElement);
    return () => observer.disconnect();
  }, []);
  const { network } = shown.value;
  const { layer, neuron } = selected.value;
  const layout = useMemo(
    () => (width > 0 ? networkLayout(network.sizes, width, { layer, neuron }) : undefined),
    [network, width, layer, neuron],
  );
  const lit = activations.value;
  const outputs = lit.at(-1) as Float32Array;
  const most = outputs.reduce((longest, output) => Math.max(longest, Math.abs(output) || 0), 1);
  return (
    <div class="network-picture" ref={frame} style={{ height: `${layout?.height ?? 400}px` }}>
      {layout && (
        <>
          <Lines layout={layout} />
          {layout.image > 0 && (
            <div class="network-input" style={{ width: `${layout.image}px`, top: `${(layout.height - layout.image) / 2}px` }}>
              <Grid
                values={lit[0] as Float32Array}
                width={28}
                cell={1}
                signed={false}
                scale={1}
                label="The input, 28 by 28 pixels"
              />
            </div>
          )}
          {layout.inputs.map((slot) => (
            <span key={slot.y} class="network-source" style={{ left: `${slot.x}px`, top: `${slot.y}px` }}>
              {slot.kind === 'neuron' ? (['x', 'y'][slot.neuron] ?? slot.neuron) : '\u22ee'}
            </span>
          ))}
          <Neurons layout={layout} />
          {layout.columns.at(-1)?.map(
            (slot) =>
              slot.kind === 'neuron' && (
                <span
                  key={slot.neuron}
                  class={slot.neuron === answer.value?.output ? 'network-bar is-brightest' : 'network-bar'}
                  style={{ left: `${layout.bars.x}px`, top: `${slot.y}px`, '--length': `${layout.bars.length}px` }}
                >
                  {layout.bars.length > 0 && (
                    <span class="network-bar-track">
                      <Bar value={outputs[slot.neuron] as number} most={most} />
                    </span>
                  )}
                  <span>{outputText(outputs[slot.neuron] as number, outputsAreShares.value)}</span>
                </span>
              ),
          )}
        </>
      )}
    </div>
  );
}

/** An output's bar, measured by the longest; hatched below 0. */
function Bar({ value, most }: { readonly value: number; readonly most: number }) {
  const share = Math.min(1, Math.abs(value) / most || 0);
  return <span class={value < 0 ? 'is-negative' : undefined} style={{ width: `${share * 100}%` }} />;
}
