// The weights as lines, on one canvas below the neurons.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { connections } from '../../model/connections';
import type { NetworkLayout } from '../../model/networkLayout';
import { shown } from '../../state/network';
import { activations } from '../../state/reading';
import { palette } from '../../state/scheme';
import { selected } from '../../state/selection';

export function Lines({ layout }: { readonly layout: NetworkLayout }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = palette.value;
  const lit = activations.value;
  const { network } = shown.value;
  const open = selected.value;
  useLayoutEffect(() => {
    const element = canvas.current as HTMLCanvasElement;
    const scale = Math.min(2, devicePixelRatio);
    const [width, height] = [Math.round(layout.width * scale), Math.round(layout.height * scale)];
    if (element.width !== width || element.height !== height) Object.assign(element, { width, height });
    const context = element.getContext('2d');
    if (!context) return;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, layout.width, layout.height);
    for (const { negative, strength, lines } of connections(network, lit, layout, open)) {
      context.strokeStyle = `rgb(${(negative ? theme.negative : theme.positive).join(' ')})`;
      context.globalAlpha = 0.15 + 0.85 * strength * strength;
      context.lineWidth = 0.6 + 1.9 * strength;
      context.setLineDash(negative ? [5, 4] : []);
      context.beginPath();
      for (let at = 0; at < lines.length; at += 4) {
        context.moveTo(lines[at] as number, lines[at + 1] as number);
        context.lineTo(lines[at + 2] as number, lines[at + 3] as number);
      }
      context.stroke();
    }
  });
  return <canvas ref={canvas} class="network-lines" />;
}
