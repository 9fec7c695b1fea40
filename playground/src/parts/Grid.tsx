// A grid of numbers as a picture that follows them.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type GridLook, gridImage } from '../model/gridImage';
import { palette } from '../state/scheme';

/** What is painted, and what it is called. */
interface GridProps extends Omit<GridLook, 'theme'> {
  readonly values: ArrayLike<number>;
  /** What the picture shows; left out where something around it says so. */
  readonly label?: string | undefined;
}

/** A canvas with a cell for each number; its size on the page is the style sheet's business. */
export function Grid({ values, label, width, cell, signed, scale }: GridProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = palette.value;
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const image = gridImage(values, { width, cell, signed, theme, ...(scale === undefined ? {} : { scale }) });
    if (element.width !== image.width) element.width = image.width;
    if (element.height !== image.height) element.height = image.height;
    context.putImageData(new ImageData(image.data, image.width, image.height), 0, 0);
  }, [values, width, cell, signed, scale, theme]);
  return label === undefined ? (
    <canvas ref={canvas} class="grid-picture" />
  ) : (
    <canvas ref={canvas} class="grid-picture" role="img" aria-label={label} />
  );
}
