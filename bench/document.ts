// Renders docs/performance.md from build/bench.json, so that its numbers are those of one real run: npm run bench:document
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from './results.js';
import { machineOf, refusalsOf, tableOf, versionsOf } from './tables.js';

const root = join(import.meta.dirname, '..');
const results: Results = JSON.parse(readFileSync(join(root, 'build', 'bench.json'), 'utf8'));

const text = `---
title: Performance and benchmarks
---

# Performance and benchmarks

Benchmarks of training, prediction, start and size, beside other libraries that do the same work. The tables are one run on one machine; \`npm run bench\` measures a part
of them on yours, and \`npm run bench:peers\` installs the other libraries and measures all.

- Measured on: ${machineOf(results)}
- Command: \`${results.command}\`. This page is written from its numbers by \`npm run bench:document\`.
- Versions: ${versionsOf(results)}.

## How to read it

- **The same work.** All sides start from the same weights, see the same images in the same order and learn at the same rate. What they
  come to is then evaluated by one measure in float64: the mean cost on 2,000 test images. A cost more than 2 % away from glassbox-nn's
  after as many images is marked, and so are outputs more than 0.0001 apart.
- **In turn.** Each side is a process of its own, which runs on one thread unless its name says otherwise. A round lets each side run
  once; the table shows the median of the rounds, and the least and the most, which tell how noisy the machine was.
- **Scaled.** A side that would take much longer than ${results.seconds} s for a run of training, or a third of a second for
  predictions, sees fewer images, and its time is scaled up to the whole. Its row says so.
- **Warm.** What is done once is not measured: reading the images, cutting them into batches, and the first run, in which code is
  compiled. glassbox-nn lists the non-zero pixels of a data set when it first sees it, and keeps the list: "its first epoch with the
  data" counts that too.
- **MNIST is four fifths zeros**, and a side may pass over them: glassbox-nn and the loop by hand do. Dense noise has none, and shows
  what is left without that.
- **native** sides run machine code with wider vector instructions than WebAssembly has. They are shown for scale.
- Two decimals are not two truths: runs of the same program on the same machine differ by some per cent.

## Tables

${results.comparisons.map(tableOf).join('\n')}
## What was not measured, and why

${refusalsOf(results) || 'Nothing was left out.'}
`;

writeFileSync(join(root, 'docs', 'performance.md'), text);
