// The packed package through every well-known bundler: a program that trains and reads comes to the same bits as unbundled.
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build as esbuild } from 'esbuild';
import { rollup } from 'rollup';
import { build as vite } from 'vite';
import { describe, expect, it } from 'vitest';
import webpack from 'webpack';
import { PROGRAM } from './bundledProgram.js';
import { installPackage } from './pack.js';

const project = installPackage({ type: 'module' });
const entry = join(project.folder, 'program.js');
const bundle = (name: string) => join(project.folder, name, 'bundle.mjs');

project.write('program.js', `${PROGRAM}console.log(result);`);
const unbundled = project.run('program.js');

/** Each writes a bundle of the program into a folder of its own name. */
const bundlers = {
  async esbuild(outfile: string): Promise<void> {
    await esbuild({ entryPoints: [entry], outfile, bundle: true, format: 'esm', minify: true, logLevel: 'silent' });
  },
  async rollup(file: string): Promise<void> {
    const made = await rollup({
      input: entry,
      plugins: [nodeResolve()],
      onwarn: (warning) => expect(warning).toBe('no warning'),
    });
    await made.write({ file, format: 'es', inlineDynamicImports: true });
    await made.close();
  },
  async vite(file: string): Promise<void> {
    await vite({
      root: project.folder,
      configFile: false,
      logLevel: 'error',
      build: { outDir: join(file, '..'), lib: { entry, formats: ['es'], fileName: () => 'bundle.mjs' } },
    });
  },
  async webpack(file: string): Promise<void> {
    const compiler = webpack({
      mode: 'production',
      context: project.folder,
      entry,
      target: 'es2022',
      experiments: { outputModule: true },
      output: { path: join(file, '..'), filename: 'bundle.mjs', module: true },
      performance: false,
    });
    const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) =>
      compiler?.run((error, result) => (error ? reject(error) : resolve(result))),
    );
    expect(stats?.toJson({ all: false, errors: true, warnings: true })).toMatchObject({ errors: [], warnings: [] });
  },
};

describe('a program bundled from the packed package', () => {
  it.each(Object.entries(bundlers))('by %s comes to the same bits, and needs no other file', async (name, write) => {
    await write(bundle(name));
    expect(project.run(bundle(name))).toBe(unbundled);
    expect(unbundled).toMatch(/^\d+ 7\n$/);
  });
});
