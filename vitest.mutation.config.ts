// The tests that mutation testing runs (stryker.config.mjs): those of the folders it changes, in Node, on the backend in plain JavaScript,
// since the changes are to its code. All else is as in vitest.config.ts.
import { defineConfig } from 'vitest/config';
import all from './vitest.config.js';

const { projects, ...shared } = all.test ?? {};

export default defineConfig({
  ...all,
  test: {
    ...shared,
    include: ['test/{linalg,random,model,learning}/**/*.test.ts'],
    exclude: ['test/**/*.{node,browser}.test.ts'],
    // The files share the modules of one worker, where each would load them again. Every change has a worker of its own.
    isolate: false,
    maxWorkers: 1,
    provide: { backend: 'javascript' },
  },
});
