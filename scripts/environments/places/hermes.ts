// Hermes, the engine of React Native: bundled by Metro as React Native does, with the package's `exports` and without.
import type { Environment } from '../environment.js';
import { MODULE } from '../programText.js';
import type { Project } from '../project.js';
import { packages } from '../versions.js';
import { binary } from './engines.js';

/** The engine's own command is older than React Native's: it lacks what is put here, and prints by a function of its own. */
const MISSING = `globalThis.performance ??= { now: () => Date.now() };
if (!Array.prototype.at) {
  const at = function (index) { return this[index < 0 ? this.length + index : index]; };
  const Typed = Object.getPrototypeOf(Int8Array.prototype);
  for (const prototype of [Array.prototype, String.prototype, Typed]) Object.defineProperty(prototype, 'at', { value: at });
}`;

const ENTRY = `import './missing.js';
import { program } from './program.js';
program().then(print, (error) => print(error, error.stack));`;

const FOLDERS: Partial<Record<string, string>> = { linux: 'linux64-bin', darwin: 'osx-bin', win32: 'win64-bin' };

async function hermesOf(project: Project, packageExports: boolean): Promise<string> {
  const path = binary(project, `hermes-engine-cli/${FOLDERS[process.platform]}/hermes`);
  const bundle = `${packageExports}.js`;
  project.write(
    'build.cjs',
    `const Metro = require('metro');
(async () => {
  const config = await Metro.loadConfig({ cwd: __dirname, projectRoot: __dirname }, {
    transformer: { babelTransformerPath: require.resolve('./transformer.cjs') },
    resolver: { unstable_enablePackageExports: ${packageExports} },
    cacheStores: [],
    reporter: { update() {} },
  });
  await Metro.runBuild(config, { entry: 'entry.js', out: '${bundle}', dev: false, minify: false });
  process.exit(0);
})().catch((error) => { console.error(error); process.exit(1); });`,
  );
  await project.node('build.cjs');
  return project.run(path, ['-w', bundle]);
}

export const hermes: Environment = {
  packages: packages('hermes-engine-cli', 'metro', '@babel/core', '@react-native/babel-preset'),
  async prepare(project) {
    project.write('program.js', MODULE);
    project.write('missing.js', MISSING);
    project.write('entry.js', ENTRY);
    project.write(
      'transformer.cjs',
      `const { transformSync } = require('@babel/core');
exports.transform = ({ src, filename }) => transformSync(src, {
  ast: true, code: false, babelrc: false, configFile: false, filename, sourceType: 'unambiguous',
  caller: { name: 'metro', bundler: 'metro', platform: 'ios' },
  presets: [[require('@react-native/babel-preset'), { enableBabelRuntime: false }]],
});`,
    );
  },
  places: {
    "Metro, with the package's exports": (project) => hermesOf(project, true),
    'Metro, without them': (project) => hermesOf(project, false),
  },
};
