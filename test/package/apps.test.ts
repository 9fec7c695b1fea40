// Two apps in 15 lines each, as a newcomer writes them: from a CSV file with words and gaps to a class and to a price, saved and loaded.
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installPackage, root, tool } from './pack.js';

/** Each with what it prints: its evaluation as a table, and a prediction. */
const APPS = {
  penguins: [/^69 examples, accuracy 100\.0 %, /, /^Chinstrap$/],
  houses: [/^100 examples, loss 0\.0\d+\n\ntarget +MAE +RMSE +R2\nprice +\d+ +\d+ +0\.9\d+\n/, /^426411\.63/],
} as const;
const names = ['penguins', 'houses'] as const;

const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noPropertyAccessFromIndexSignature: true,
  skipLibCheck: true,
  target: 'ES2022',
  lib: ['ES2022'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
  outDir: 'out',
};

const pathOf = (name: string) => join(root, 'test/package/apps', `${name}.ts`);

it.each(names)('%s has at most 15 lines, as the formatter writes them', (name) => {
  const lines = readFileSync(pathOf(name), 'utf8').trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(15);
  const statements = lines.filter((line) => line !== '');
  expect(statements.filter((line) => !/^(import|const|train|console|writeFileSync)\b.*;$/.test(line))).toEqual([]);
});

describe.each(['module', 'commonjs'])('in a strict project of type %s', (type) => {
  const project = installPackage({ type });

  it.each(names)('%s is type-checked, trains, saves and loads, and predicts', (name) => {
    cpSync(pathOf(name), join(project.folder, `${name}.ts`));
    cpSync(join(root, 'examples/recipes', `${name}.csv`), join(project.folder, `${name}.csv`));
    project.write('tsconfig.json', JSON.stringify({ compilerOptions: STRICT, files: [`${name}.ts`] }));
    expect(project.run(tool('typescript/bin/tsc'), '-p', '.')).toBe('');
    expect(/\brequire\(/.test(readFileSync(join(project.folder, 'out', `${name}.js`), 'utf8'))).toBe(type === 'commonjs');
    const printed = project.run(`out/${name}.js`);
    const [evaluation, prediction] = APPS[name];
    expect(printed).toMatch(evaluation);
    expect(printed.trimEnd().split('\n').at(-1)).toMatch(prediction);
    expect(readFileSync(join(project.folder, `${name}.json`), 'utf8')).toContain('preparation');
  });
});
