// The pictures of the README, of docs/architecture.md and of docs/own-data.md, by the path of their file. npm run build:pictures writes them.
import { readFileSync } from 'node:fs';
import { digitNetwork } from 'glassbox-nn/digits';
import { layerPicture, networkDrawing, toSvg } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';
import { floorsDrawing } from './floorsDrawing.js';
import { tableFlow } from './tableFlow.js';

/** The text of each picture. */
export function sitePictures(): ReadonlyMap<string, string> {
  const network = digitNetwork('classic');
  const { test } = sampleDigits();
  const three = [...test].find(
    ({ input, label }) => label === 3 && network.predict(input) === 3 && (network.forward(input)[3] ?? 0) > 0.99,
  );
  if (three === undefined) throw new Error('No 3 among the sample digits is read with certainty.');
  return new Map([
    ['docs/pictures/network.svg', toSvg(networkDrawing(network, three.input))],
    [
      'docs/pictures/weights.svg',
      toSvg(layerPicture(network.layers[0], { columns: 8, cell: 1, scale: 1.5 }), { width: 720, legend: false }),
    ],
    ['docs/pictures/floors.svg', floorsDrawing(readFileSync('docs/architecture.md', 'utf8'))],
    ['docs/pictures/tableFlow.svg', tableFlow()],
  ]);
}
