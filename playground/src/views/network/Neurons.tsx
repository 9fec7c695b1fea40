// The neurons, lit: one stop of the Tab key, arrow keys inside.
import { useRef } from 'preact/hooks';
import { brightnessOf } from '../../model/brightness';
import { neuronName } from '../../model/names';
import { neighbour } from '../../model/neighbour';
import type { NetworkLayout, Placed } from '../../model/networkLayout';
import { decimal } from '../../model/numbers';
import { shown } from '../../state/network';
import { activations } from '../../state/reading';
import { open, selected } from '../../state/selection';

export function Neurons({ layout }: { readonly layout: NetworkLayout }) {
  const group = useRef<HTMLDivElement>(null);
  const { network } = shown.value;
  const opened = selected.value;
  const lit = activations.value;
  const layers = network.layers.length;
  const move = (event: KeyboardEvent) => {
    const next = neighbour(event.key, opened, network.sizes.slice(1));
    if (next === undefined) return;
    event.preventDefault();
    open(next.layer, next.neuron);
    requestAnimationFrame(() => group.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus());
  };
  const button = (slot: Placed, layer: number) => {
    const place = { left: `${slot.x}px`, top: `${slot.y}px` };
    if (slot.kind === 'rest') {
      const name = `Open one of the ${slot.last - slot.first + 1} neurons left out of ${layer === layers - 1 ? 'the output' : `layer ${layer + 1}`}`;
      return (
        <button
          key={`rest ${slot.first}`}
          type="button"
          class="network-rest"
          tabIndex={-1}
          style={place}
          aria-label={name}
          title={name}
          onClick={() => open(layer, Math.floor((slot.first + slot.last) / 2))}
        >
          {'\u22ee'}
        </button>
      );
    }
    const { neuron } = slot;
    const activation = lit[layer + 1]?.[neuron] as number;
    const isOpen = opened.layer === layer && opened.neuron === neuron;
    const light = brightnessOf(activation, lit[layer + 1] as Float32Array);
    return (
      <button
        key={neuron}
        type="button"
        class={light > 0.5 ? 'network-neuron is-lit' : 'network-neuron'}
        tabIndex={isOpen ? 0 : -1}
        aria-current={isOpen}
        aria-label={`${neuronName(layer, neuron, layers)}: ${decimal(activation)}`}
        title={`${neuronName(layer, neuron, layers)}: ${decimal(activation)}`}
        style={{ ...place, '--light': `${Math.round(light * 100)}%` }}
        onClick={() => open(layer, neuron)}
      >
        {layer === layers - 1 ? neuron : ''}
      </button>
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture is no set of fields
    <div
      ref={group}
      class="network-neurons"
      role="group"
      aria-label="Neurons; arrow keys move from one to the next"
      onKeyDown={move}
    >
      {layout.columns.map((column, layer) => column.map((slot) => button(slot, layer)))}
    </div>
  );
}
