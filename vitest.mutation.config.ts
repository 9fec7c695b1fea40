// The tests that mutation testing runs (stryker.config.mjs): those of the folders it changes, in Node, on the backend in plain JavaScript,
// since the changes are to its code. All else is as in vitest.config.ts.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import all from './vitest.config.js';

/** The tests of the lowest floors first: they find a fault soonest, and the first that fails is enough. */
const ORDER = ['test/linalg/', 'test/learning/losses', 'test/model/', 'test/random/', 'test/learning/'];
const rank = ({ moduleId }: TestSpecification) => ORDER.findIndex((place) => moduleId.includes(place));

class LowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => rank(a) - rank(b));
  }
}

const { projects, ...shared } = all.test ?? {};

export default defineConfig({
  ...all,
  test: {
    ...shared,
    include: ['test/{linalg,random,model,learning}/**/*.test.ts'],
    exclude: ['test/**/*.{node,browser}.test.ts'],
    sequence: { sequencer: LowestFirst },
    // The files share the modules of one worker, where each would load them again. Every change has a worker of its own.
    isolate: false,
    maxWorkers: 1,
    provide: { backend: 'javascript' },
  },
});
