// The floors of the house as a drawing, made from the table of docs/architecture.md. It follows the reader's dark or light scheme.

/** What a folder is for, in the words of the drawing. */
const PURPOSES: Readonly<Record<string, string>> = {
  support: 'checks, errors',
  linalg: 'linear algebra',
  random: 'seeded numbers',
  model: 'Layer, Network',
  data: 'data sets, files',
  learning: 'one training step',
  measures: 'accuracy, F1, areas',
  engine: 'the same, fast',
  classifier: 'names, scaling',
  training: 'train, fit, evaluate',
  formats: 'saved networks',
  pictures: 'what is inside',
  digits: 'read digits',
  trainer: 'your own loop',
  node: 'files, threads',
  browser: 'page threads',
};

const STYLE = `.sheet { fill: #ffffff; } .room { fill: #e8f0fb; stroke: #3b6ea8; } .name { fill: #14283d; } .purpose, .floor { fill: #46586b; }
.name { font: 600 17px system-ui, sans-serif; } .purpose, .floor { font: 14px system-ui, sans-serif; } .arrow { stroke: #46586b; fill: none; }
@media (prefers-color-scheme: dark) { .sheet { fill: #1c2128; } .room { fill: #223247; stroke: #7fb0e6; } .name { fill: #f0f4f8; }
.purpose, .floor { fill: #b4c2d0; } .arrow { stroke: #b4c2d0; } }`;

const SHEET = { width: 440, left: 56, right: 10, top: 12, step: 60, room: 50, gap: 10 };

/**
 * Draws the house.
 *
 * @param architecture - The page, with rows `| floor | folder | what lives there |`.
 * @returns The text of an SVG file.
 */
export function floorsDrawing(architecture: string): string {
  const rows = Array.from(architecture.matchAll(/^\| (\d+) \| `(\w+)` \|/gm), ([, floor, folder = '']) => ({
    floor: Number(floor),
    folder,
  }));
  const floors = [...new Set(rows.map(({ floor }) => floor))].sort((a, b) => b - a);
  const height = SHEET.top + floors.length * SHEET.step + 6;
  const shapes = floors.flatMap((floor, place) => {
    const folders = rows.filter((row) => row.floor === floor).map(({ folder }) => folder);
    return floorShapes(floor, folders, SHEET.top + place * SHEET.step);
  });
  const described = floors.map(
    (floor) =>
      `${floor}: ${rows
        .filter((row) => row.floor === floor)
        .map((row) => row.folder)
        .join(', ')}`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SHEET.width} ${height}" role="img" aria-labelledby="title description">
<title id="title">The floors of the source</title>
<desc id="description">Folders by floor, the highest first. Each imports only from lower floors. ${described.join('; ')}.</desc>
<style>${STYLE}</style>
<rect class="sheet" width="${SHEET.width}" height="${height}"/>
<path class="arrow" stroke-width="2" d="M24 ${SHEET.top + 20} V${height - 24} m-6 -8 l6 8 l6 -8"/>
<text class="floor" x="0" y="0" transform="translate(16 ${height / 2}) rotate(-90)" text-anchor="middle">imports run down</text>
${shapes.join('\n')}
</svg>
`;
}

function floorShapes(floor: number, folders: readonly string[], top: number): string[] {
  const room = (SHEET.width - SHEET.left - SHEET.right - (folders.length - 1) * SHEET.gap) / folders.length;
  const rooms = folders.flatMap((folder, place) => {
    const left = SHEET.left + place * (room + SHEET.gap);
    const middle = left + room / 2;
    return [
      `<rect class="room" x="${left}" y="${top}" width="${room}" height="${SHEET.room}" rx="6"/>`,
      `<text class="name" x="${middle}" y="${top + 21}" text-anchor="middle">${folder}</text>`,
      `<text class="purpose" x="${middle}" y="${top + 40}" text-anchor="middle">${PURPOSES[folder] ?? ''}</text>`,
    ];
  });
  return [`<text class="floor" x="${SHEET.left - 20}" y="${top + 30}">${floor}</text>`, ...rooms];
}
