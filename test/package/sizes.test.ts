// What an import of the packed package costs a page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../src/digits/weights/defaultWeights.js';
import { installPackage, root } from './pack.js';

const project = installPackage({});

/** The bundled and minified code of a program. */
async function bundle(program: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: project.folder },
    bundle: true,
    minify: true,
    format: 'esm',
    logLevel: 'error',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** The limit that .size-limit.json sets, in bytes. */
function limit(name: string): number {
  const entries: { name: string; limit: string }[] = JSON.parse(readFileSync(join(root, '.size-limit.json'), 'utf8'));
  const [size, unit] = entries.find((entry) => entry.name.startsWith(name))?.limit.split(' ') ?? [];
  return Number(size) * (unit === 'kB' ? 1000 : 1);
}

describe('the size of an import', () => {
  it('is 1,200 bytes or less, minified, for sigmoid, with its portable exp in both precisions', async () => {
    const code = await bundle("import { sigmoid } from 'glassbox-nn'; export { sigmoid };");
    expect(code.length).toBeGreaterThan(100);
    expect(code.length).toBeLessThanOrEqual(1200);
  });

  it('stays in its limit, gzipped, for a network and one forward', async () => {
    const code = await bundle(
      "import { Network } from 'glassbox-nn'; console.log(new Network([784, 16, 16, 10]).forward(new Float32Array(784)));",
    );
    expect(gzipSync(code).length).toBeLessThanOrEqual(limit('a network'));
  });

  it('stays in its limits, gzipped, for the trained digits and for the sample digits', async () => {
    expect(gzipSync(await bundle("export * from 'glassbox-nn/digits';")).length).toBeLessThanOrEqual(limit('trained digits'));
    expect(gzipSync(await bundle("export * from 'glassbox-nn/sample-digits';")).length).toBeLessThanOrEqual(
      limit('sample digits'),
    );
  });

  it('stays in its limit, gzipped, for pictures of weights', async () => {
    const weights = await bundle("export { layerPicture } from 'glassbox-nn/pictures';");
    expect(gzipSync(weights).length).toBeLessThanOrEqual(limit('pictures of weights'));
  });

  it('brings the weights of trained digits only to a program that asks for them', async () => {
    const holdsWeights = async (program: string) => (await bundle(program)).includes(DEFAULT_WEIGHTS[0].weights);
    expect(await holdsWeights("export { digitNetwork } from 'glassbox-nn/digits';")).toBe(true);
    expect(await holdsWeights("export { prepareDigit } from 'glassbox-nn/digits';")).toBe(false);
    expect(await holdsWeights("export * from 'glassbox-nn'; export * from 'glassbox-nn/data';")).toBe(false);
  });

  it('is nothing for an import that is not used', async () => {
    const doors = ['', '/data', '/formats', '/digits', '/pictures', '/sample-digits', '/browser'].map(
      (door) => `glassbox-nn${door}`,
    );
    expect(await bundle(doors.map((door) => `import '${door}';`).join(''))).toBe('');
    const names = doors.map((door, index) => `import * as door${index} from '${door}';`).join('');
    expect(await bundle(`${names} export const nothing = 1;`)).not.toMatch(/Float32Array|Math/);
  });

  it('leaves no code that runs at import in the doors, whatever the bundler thinks of sideEffects', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: ['', '/data', '/formats', '/digits', '/pictures', '/sample-digits', '/browser']
          .map((door) => `import 'glassbox-nn${door}';`)
          .join(''),
        resolveDir: project.folder,
      },
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      logLevel: 'error',
      plugins: [
        {
          name: 'every module has side effects',
          setup({ onResolve, resolve }) {
            onResolve({ filter: /.*/ }, async ({ path, pluginData, ...options }) => {
              if (pluginData === 'seen') return undefined;
              return { ...(await resolve(path, { ...options, pluginData: 'seen' })), sideEffects: true };
            });
          },
        },
      ],
    });
    // esbuild keeps constants that are worked out from numbers, as `2 ** 20`; they call nothing.
    const constant = String.raw`[\w$]+=[\w$.+*/<-]+`;
    const constants = new RegExp(`var ${constant}(?:,${constant})*;|\\n`, 'g');
    expect(outputFiles[0]?.text.replace(constants, '')).toBe('');
  });
});
