// The plane and what the network answers at each of its places; the place that the network reads is chosen here.
import { useEffect, useRef } from 'preact/hooks';
import { cellsFor, classColour, decisionMap, planePlace } from '../../model/decisionMap';
import { decimal, outputText } from '../../model/numbers';
import { AsTable } from '../../parts/AsTable';
import { shown } from '../../state/network';
import { keyOnPlane, movePlace, planeAnswers, planePoints } from '../../state/plane';
import { answer, NO_NUMBER, outputsAreShares, place } from '../../state/reading';
import { palette } from '../../state/scheme';
import { running } from '../../state/training/signals';

/** Places that the table has, on both axes. */
const PLACES = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1];

export function Plane() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const current = shown.value;
  const theme = palette.value;
  const cells = cellsFor(current.network.parameterCount, running.value);
  useEffect(() => {
    const image = decisionMap(current.network, theme, cells);
    const element = canvas.current as HTMLCanvasElement;
    if (element.width !== image.width) Object.assign(element, { width: image.width, height: image.height });
    element.getContext('2d')?.putImageData(new ImageData(image.data, image.width, image.height), 0, 0);
  }, [current, theme, cells]);
  const [x, y] = place.value as unknown as [number, number];
  const read = answer.value;
  const choose = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    if (event.buttons % 2 === 0) return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const [right, up] = planePlace((event.clientX - left) / width, (event.clientY - top) / height) as unknown as [
      number,
      number,
    ];
    movePlace(right, up);
  };
  return (
    <div class="network-plane">
      <div
        class="network-plane-field"
        role="application"
        aria-roledescription="plane"
        aria-label={`The plane; arrow keys move the place. Now x ${decimal(x)}, y ${decimal(y)}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
        tabIndex={0}
        onPointerDown={choose}
        onPointerMove={choose}
        onKeyDown={(event) => {
          if (keyOnPlane(event.key)) event.preventDefault();
        }}
      >
        <canvas ref={canvas} class="grid-picture" />
        <svg class="network-plane-points" viewBox="-1 -1 2 2">
          <title>Examples, and the place that is read</title>
          <Points />
          <path class="network-plane-place" d={`M${x - 0.06} ${-y}h0.12M${x} ${-y - 0.06}v0.12`} />
        </svg>
      </div>
      <p>
        x {decimal(x)}, y {decimal(y)}:{' '}
        {read === undefined ? (
          NO_NUMBER
        ) : (
          <>
            class <strong>{read.output}</strong>, {outputText(read.brightness, outputsAreShares.value)}
          </>
        )}
      </p>
      <AsTable
        named
        caption="the class at some places, and how bright it is; rows are y, columns are x"
        headings={['y', ...PLACES.map((x) => decimal(x, 2))]}
        rows={() => planeAnswers(PLACES).map((row, index) => [decimal(-(PLACES[index] as number), 2), ...row])}
      />
    </div>
  );
}

/** The examples that are learnt from: dots of one arm, squares of the other. */
function Points() {
  const theme = palette.value;
  return (
    <>
      {planePoints.value.map(({ x, y, label }, index) => (
        <rect
          key={index}
          x={x - 0.016}
          y={-y - 0.016}
          width="0.032"
          height="0.032"
          rx={label % 2 === 1 ? 0 : 0.016}
          fill={`rgb(${classColour(label, theme).join(' ')})`}
          stroke={label % 2 === 1 ? '#000' : '#fff'}
          stroke-width="0.008"
        />
      ))}
    </>
  );
}
