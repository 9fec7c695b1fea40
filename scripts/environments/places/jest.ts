// Jest: in Node and in jsdom, with CommonJS, and with TypeScript by ts-jest.
import { readFileSync } from 'node:fs';
import type { Environment } from '../environment.js';
import { COMMONJS, TYPESCRIPT } from '../programText.js';
import type { Project } from '../project.js';
import { packages } from '../versions.js';

/** A test that keeps what the program said: test runners swallow what is printed. */
const TEST = `it('trains', async () => {
  const text = await program();
  expect(text).toContain('glassbox-nn');
  require('node:fs').writeFileSync('result.txt', text);
}, 60_000);`;

async function jestOf(project: Project, config: object): Promise<string> {
  project.write('jest.config.json', JSON.stringify(config));
  project.write('result.txt', '');
  const printed = await project.node('node_modules/jest/bin/jest.js', '--runInBand', '--config', 'jest.config.json');
  return `${printed}\n${readFileSync(project.path('result.txt'), 'utf8')}`;
}

export const jest: Environment = {
  packages: packages('jest', 'jest-environment-jsdom', 'ts-jest', 'typescript', '@types/jest', '@types/node'),
  async prepare(project) {
    project.manifest({ type: 'commonjs' });
    project.write('program.js', COMMONJS);
    project.write(
      'setup.js',
      `const { TextDecoder, TextEncoder } = require('node:util');
Object.assign(globalThis, { TextDecoder, TextEncoder });`,
    );
    project.write('plain.test.js', `const { program } = require('./program.js');\n${TEST}`);
    project.write('typed/program.ts', TYPESCRIPT);
    project.write('typed/typed.test.ts', `import { program } from './program';\n${TEST}`);
    const compilerOptions = {
      target: 'ES2022',
      module: 'CommonJS',
      moduleResolution: 'Node10',
      strict: true,
      skipLibCheck: true,
    };
    project.write('tsconfig.json', JSON.stringify({ compilerOptions: { ...compilerOptions, types: ['jest', 'node'] } }));
  },
  places: {
    node: (project) => jestOf(project, { testMatch: ['**/plain.test.js'] }),
    jsdom: (project) => jestOf(project, { testMatch: ['**/plain.test.js'], testEnvironment: 'jsdom' }),
    'jsdom, with TextEncoder set': (project) =>
      jestOf(project, { testMatch: ['**/plain.test.js'], testEnvironment: 'jsdom', setupFiles: ['./setup.js'] }),
    'ts-jest, CommonJS, node10': (project) => jestOf(project, { testMatch: ['**/typed.test.ts'], preset: 'ts-jest' }),
  },
};
