// Builds dist/, and the folders beside it: readable ESM and CommonJS with types, one file a door, and one minified file for pages without a bundler.
import { defineConfig, type Options } from 'tsup';
import { writeDoorFolders } from './scripts/doorFolders.js';

const shared: Options = {
  target: 'es2022',
  platform: 'neutral',
  external: [/^node:/],
  removeNodeProtocol: false,
  sourcemap: true,
  treeshake: true,
};

export default defineConfig([
  {
    ...shared,
    entry: {
      index: 'src/index.ts',
      data: 'src/data/index.ts',
      formats: 'src/formats/index.ts',
      digits: 'src/digits/index.ts',
      pictures: 'src/pictures/index.ts',
      'sample-digits': 'src/sampleDigits.ts',
      node: 'src/node/index.ts',
      bin: 'src/node/bin.ts',
      browser: 'src/browser/index.ts',
    },
    format: ['esm', 'cjs'],
    splitting: true,
    onSuccess: async () => writeDoorFolders(import.meta.dirname),
    // The build of types sets baseUrl, which TypeScript 6 warns of.
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  },
  {
    ...shared,
    entry: { 'glassbox-nn.min': 'src/everything.ts' },
    format: 'esm',
    splitting: false,
    minify: true,
  },
]);
