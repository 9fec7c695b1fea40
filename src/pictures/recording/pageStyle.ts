// The style of a recording's page, for dark and light. The page's policy names its hash (pageHashes.ts).

/** Colours by what the reader prefers; nothing from outside. */
export const PAGE_STYLE = `:root { color-scheme: light dark; --paper: #fff; --ink: #1a1a1a; --soft: #5c5c5c; --faint: #d0d0d0; --line: #0a7d32; --cursor: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --paper: #101014; --ink: #ececec; --soft: #a8a8ac; --faint: #3c3c42; --line: #5ad76e; --cursor: #fa4b46; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 16px; max-width: 1000px; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.3rem; margin: 0 0 4px; }
p { margin: 0 0 12px; color: var(--soft); }
main { display: flex; flex-wrap: wrap; gap: 24px; align-items: flex-start; }
.grids { flex: 1 1 380px; }
.charts { flex: 1 1 300px; }
canvas { width: 100%; image-rendering: pixelated; border: 1px solid var(--faint); display: block; }
.controls { display: flex; gap: 12px; align-items: center; margin: 12px 0 4px; }
input { flex: 1; min-width: 0; height: 28px; accent-color: var(--line); }
button { font: inherit; min-width: 84px; padding: 4px 12px; color: inherit; background: transparent; border: 1px solid var(--soft); border-radius: 6px; cursor: pointer; }
:focus-visible { outline: 3px solid var(--cursor); outline-offset: 2px; }
output { display: block; min-height: 1.6em; font-variant-numeric: tabular-nums; }
svg { width: 100%; height: auto; display: block; margin-bottom: 12px; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 8px 0 0; }
.legend svg { width: 14px; display: inline-block; margin: 0 6px 0 0; vertical-align: -2px; }
text { fill: var(--ink); font-size: 12px; }
.grid { stroke: var(--faint); }
.curve { stroke: var(--line); stroke-width: 2; fill: none; stroke-linejoin: round; }
.point { fill: var(--line); }
.cursor { stroke: var(--cursor); stroke-width: 2; }
`;
