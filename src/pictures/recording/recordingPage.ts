// The page of a recording: one file that opens from disk, with a policy that allows nothing but itself.
import { base64 } from '../../support/base64.js';
import { mix } from '../colours.js';
import { shortNumber, withCommas } from '../shortNumber.js';
import { css } from '../svg/shapeTag.js';
import { escaped, tag } from '../svg/svgText.js';
import type { Theme } from '../themes.js';
import type { Frame } from './Frame.js';
import { SCRIPT_HASH, STYLE_HASH } from './pageHashes.js';
import { PAGE_SCRIPT } from './pageScript.js';
import { PAGE_STYLE } from './pageStyle.js';
import { placeOf, timeChart } from './timeChart.js';

/** The contents of a page. */
export interface PageContent {
  readonly title: string;
  readonly network: string;
  readonly frames: readonly Frame[];
  readonly neurons: number;
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
}

/** Pixels between two grids. */
const GAP = 2;

/** The share of the largest weight of all that has the brightest colour: few weights are as large. */
const BRIGHTEST = 0.5;

/** The text of the page. */
export function recordingPage(content: PageContent): string {
  const { title, network, frames, neurons, theme } = content;
  const scale = BRIGHTEST * frames.reduce((largest, frame) => Math.max(largest, frame.scale), 0);
  const withClasses = frames.some(({ accuracy }) => accuracy !== undefined);
  const charts = [
    timeChart('Cost', frames, ({ loss }) => loss, shortNumber),
    ...(withClasses ? [timeChart('Accuracy', frames, ({ accuracy }) => accuracy ?? Number.NaN, percent)] : []),
  ];
  const policy = `default-src 'none'; script-src '${SCRIPT_HASH}'; style-src '${STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escaped(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(network)}</p>
<div class="controls">
<button id="play" type="button">Play</button>
<input id="step" type="range" min="0" max="${frames.length - 1}" value="${frames.length - 1}" aria-label="Moment of the training">
</div>
<output id="words" for="step"></output>
<main>
<div class="grids">
<canvas id="weights" role="img"></canvas>
${legend(theme, scale)}
</div>
<div class="charts">
${charts.join('\n')}
</div>
</main>
<script type="application/json" id="recording">${pageData(content, scale, neurons)}</script>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

function legend(theme: Theme, scale: number): string {
  const entries = [
    [theme.negative, `-${shortNumber(scale)} or less`],
    [theme.zero, '0'],
    [theme.positive, `+${shortNumber(scale)} or more`],
  ] as const;
  const items = entries.map(([colour, words]) => {
    const swatch = tag('rect', { x: 1, y: 1, width: 12, height: 12, fill: css(colour), stroke: css(theme.faint) });
    return `<span>${tag('svg', { viewBox: '0 0 14 14', 'aria-hidden': 'true' }, swatch)}${words}</span>`;
  });
  return `<p class="legend">${items.join('')}</p>`;
}

/** The data of the script: no text in it can end its element. */
function pageData({ frames, width, height, theme }: PageContent, scale: number, neurons: number): string {
  const { positive, negative, zero, missing, paper, faint } = theme;
  const data = {
    width,
    height,
    neurons,
    gap: GAP,
    columns: Math.max(1, Math.ceil(Math.sqrt((neurons * height) / width))),
    scale,
    colours: { positive, negative, zero, missing, between: mix(paper, faint, 0.5) },
    frames: frames.map((frame) => ({
      x: placeOf(frames, frame.step),
      words: wordsOf(frame),
      scale: frame.scale,
      weights: base64(new Uint8Array(frame.weights.buffer)),
    })),
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function wordsOf({ step, epoch, loss, accuracy }: Frame): string {
  const when = step === 0 ? 'before the first step' : `step ${withCommas(step)}, epoch ${epoch}`;
  return `${when}: cost ${shortNumber(loss)}${accuracy === undefined ? '' : `, accuracy ${percent(accuracy)}`}`;
}

function percent(share: number): string {
  return `${shortNumber(share * 100)} %`;
}
