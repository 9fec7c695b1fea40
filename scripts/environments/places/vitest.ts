// Vitest: in Node, in jsdom and in happy-dom, in processes of their own and in contexts of one.
import { readFileSync } from 'node:fs';
import type { Environment } from '../environment.js';
import { TYPESCRIPT } from '../programText.js';
import type { Project } from '../project.js';
import { packages } from '../versions.js';

const TEST = `import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { program } from './program';

it('trains', async () => {
  const text = await program();
  expect(text).toContain('glassbox-nn');
  writeFileSync('result.txt', text);
}, 60_000);`;

async function vitestOf(project: Project, environment: string, pool: string): Promise<string> {
  project.write('result.txt', '');
  const command = ['run', '--environment', environment, '--pool', pool, '--maxWorkers', '1'];
  const printed = await project.node('node_modules/vitest/vitest.mjs', ...command);
  return `${printed}\n${readFileSync(project.path('result.txt'), 'utf8')}`;
}

export const vitest: Environment = {
  packages: packages('vitest', 'vite', 'jsdom', 'happy-dom'),
  async prepare(project) {
    project.write('program.ts', TYPESCRIPT);
    project.write('program.test.ts', TEST);
  },
  places: {
    node: (project) => vitestOf(project, 'node', 'forks'),
    'node, vmThreads': (project) => vitestOf(project, 'node', 'vmThreads'),
    jsdom: (project) => vitestOf(project, 'jsdom', 'forks'),
    'jsdom, vmThreads': (project) => vitestOf(project, 'jsdom', 'vmThreads'),
    'happy-dom': (project) => vitestOf(project, 'happy-dom', 'forks'),
    'happy-dom, vmThreads': (project) => vitestOf(project, 'happy-dom', 'vmThreads'),
  },
};
