// The playground as a static site that works from any folder.
import { defineConfig } from 'vite';
import { digits } from './digits.js';
import { precache } from './offline/precache.js';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  resolve: { tsconfigPaths: true },
  // 5,000 digits to learn from, and 1,000 held out: see src/training/Examples.ts.
  plugins: [digits(6000), precache()],
  worker: { format: 'es' },
  build: {
    outDir: '../build/playground',
    emptyOutDir: true,
    target: 'es2022',
    // A preload helper in the page would be inline script, which its policy forbids; browsers of the target need none.
    modulePreload: { polyfill: false },
  },
});
