// What is on the page as pictures in files.
import { layerPicture, networkDrawing, type Shape, toPng, toSvg } from 'glassbox-nn/pictures';
import { savedName } from '../model/fileFormats';
import { announce } from './announcements';
import { download } from './download';
import { shown } from './network';
import { notify } from './notices';
import { input } from './reading';
import { palette } from './scheme';
import { selected } from './selection';

/** Twice as fine as it is drawn, so that it is sharp on paper and on fine screens. */
const FINENESS = 2;

function networkSvg() {
  const { network } = shown.peek();
  const plain = networkDrawing(network, input.peek());
  const drawing = { ...plain, shapes: plain.shapes.map(dashedBelowZero) };
  return {
    drawing,
    svg: toSvg(drawing, { theme: { ...palette.peek(), dashed: false } }),
    name: savedName(network.sizes),
  };
}

/** Coloured lines, and dashed where a weight is negative: colour alone never shows a sign. */
function dashedBelowZero(shape: Shape): Shape {
  if (shape.kind !== 'line' || typeof shape.paint !== 'object' || !('signed' in shape.paint)) return shape;
  return { ...shape, dashed: shape.paint.signed < 0 };
}

/** The network, lit by what it reads, as SVG. */
export function saveSvg(): void {
  const { svg, name } = networkSvg();
  download(`${name}.svg`, svg, 'image/svg+xml');
  announce('The picture is saved.');
}

/** The same as PNG. */
export async function savePng(): Promise<void> {
  const { drawing, svg, name } = networkSvg();
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = drawing.width * FINENESS;
    canvas.height = drawing.height * FINENESS;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('the browser gave no picture');
    download(`${name}.png`, blob, 'image/png');
    announce('The picture is saved.');
  } catch (error) {
    notify(`The picture could not be saved: ${(error as Error).message}. SVG may work.`);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The weights of the open neuron's layer, a grid for each neuron, as PNG. */
export function saveWeights(): void {
  const { layer: index } = selected.peek();
  const layer = shown.peek().network.layers[index];
  if (layer === undefined) return;
  const square = Number.isInteger(Math.sqrt(layer.inputs));
  const picture = layerPicture(layer, {
    cell: layer.inputs > 300 ? 4 : 12,
    theme: palette.peek(),
    ...(square ? {} : { width: layer.inputs }),
  });
  download(`weights-of-layers-${index}.png`, toPng(picture), 'image/png');
  announce('The picture is saved.');
}
