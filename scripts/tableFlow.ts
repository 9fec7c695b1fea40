// The way from a table to a model that reads rows as a drawing, for docs/own-data.md. It follows the reader's dark or light scheme.

const STYLE = `.sheet { fill: #ffffff; } .box { fill: #e8f0fb; stroke: #3b6ea8; } .held { fill: #eaf5ea; stroke: #4d8a4f; } .name { fill: #14283d; }
.does { fill: #46586b; } .name { font: 600 16px system-ui, sans-serif; } .does { font: 14px system-ui, sans-serif; } .arrow { stroke: #46586b; fill: none; }
@media (prefers-color-scheme: dark) { .sheet { fill: #1c2128; } .box { fill: #223247; stroke: #7fb0e6; } .held { fill: #20382a; stroke: #7cc48a; }
.name { fill: #f0f4f8; } .does { fill: #b4c2d0; } .arrow { stroke: #b4c2d0; } }`;

/** Left of the sheet is what learns, right of it what only measures. */
const LEFT = { x: 12, width: 250 };
const RIGHT = { x: 278, width: 150 };
const WHOLE = { x: 12, width: 416 };
const [STEP, HEIGHT, TOP] = [68, 48, 12];

interface Box {
  readonly place: typeof LEFT;
  readonly row: number;
  readonly name: string;
  readonly does: string;
  /** Whether it keeps data, and does nothing. */
  readonly held?: boolean;
}

const BOXES: readonly Box[] = [
  { place: WHOLE, row: 0, name: 'table(text)', does: 'columns of numbers, words, yes and no, with gaps' },
  { place: LEFT, row: 1, name: 'training rows', does: '80 %', held: true },
  { place: RIGHT, row: 1, name: 'test rows', does: '20 %', held: true },
  { place: LEFT, row: 2, name: 'prepare', does: 'learns scales, words and gaps' },
  { place: LEFT, row: 3, name: 'train', does: 'learns weights and biases' },
  { place: LEFT, row: 4, name: 'classifier or regressor', does: 'the preparation and the network', held: true },
  { place: RIGHT, row: 4, name: 'evaluate', does: 'once, at the end' },
  { place: LEFT, row: 5, name: 'toJson, fromJson', does: 'one file: save and load' },
  { place: LEFT, row: 6, name: 'read', does: 'a row as it is: a class, or a price' },
];

/** The text of an SVG file. */
export function tableFlow(): string {
  const topOf = (row: number) => TOP + row * STEP;
  const down = ({ x, width }: typeof LEFT, row: number, rows = 1) =>
    `<path class="arrow" stroke-width="2" d="M${x + width / 2} ${topOf(row) + HEIGHT + 2} V${topOf(row + rows) - 4} m-5 -7 l5 7 l5 -7"/>`;
  const across = `<path class="arrow" stroke-width="2" d="M${LEFT.x + LEFT.width} ${topOf(4) + HEIGHT / 2} H${RIGHT.x - 4} m-7 -5 l7 5 l-7 5"/>`;
  const arrows = [down(LEFT, 0), down(RIGHT, 0), ...[1, 2, 3, 4, 5].map((row) => down(LEFT, row)), down(RIGHT, 1, 3), across];
  const boxes = BOXES.map(({ place, row, name, does, held }) => {
    const [middle, top] = [place.x + place.width / 2, topOf(row)];
    const radius = held ? HEIGHT / 2 : 6;
    return `<rect class="${held ? 'held' : 'box'}" x="${place.x}" y="${top}" width="${place.width}" height="${HEIGHT}" rx="${radius}"/>
<text class="name" x="${middle}" y="${top + 20}" text-anchor="middle">${name}</text>
<text class="does" x="${middle}" y="${top + 38}" text-anchor="middle">${does}</text>`;
  });
  const height = topOf(6) + HEIGHT + 12;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 440 ${height}" width="440" role="img" aria-labelledby="title description">
<title id="title">From a table to a model that reads rows</title>
<desc id="description">A table is split. Training rows go to prepare, then to train, and make a classifier or regressor, which is saved, loaded and reads rows. Test rows go to evaluate alone.</desc>
<style>${STYLE}</style>
<rect class="sheet" width="440" height="${height}"/>
${[...arrows, ...boxes].join('\n')}
</svg>
`;
}
