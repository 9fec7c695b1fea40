// The house rules that can be read off the sources: imports run down, and nothing in src may differ between engines.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { brokenRules, readFloors } from './support/floors.js';
import { forbiddenIn, type Graph, importGraph, parseFolder, reachedFrom } from './support/imports.js';

const root = join(import.meta.dirname, '..');
const files = parseFolder(join(root, 'src'));
const floors = readFloors(readFileSync(join(root, 'docs/architecture.md'), 'utf8'));

describe('the sources', () => {
  it('import only from lower floors, never in a circle, and Node only in the folder node', () => {
    expect(files.size).toBeGreaterThan(50);
    expect(brokenRules(importGraph(files), floors)).toEqual([]);
  });

  it('use no mathematics that differs between engines, and run no text as code', () => {
    expect([...files].flatMap(([name, file]) => forbiddenIn(file).map((found) => `${name}: ${found}`))).toEqual([]);
  });

  it('only re-export in every index.ts', () => {
    for (const [name, file] of files) {
      if (!name.endsWith('index.ts')) continue;
      expect(file.statements.filter((statement) => !ts.isExportDeclaration(statement)).map(String), name).toEqual([]);
    }
  });
});

describe('train.ts', () => {
  const reached = reachedFrom(importGraph(files), 'training/train.ts');

  it('reaches at most 75 files, and 64 beside those of data and of support', () => {
    expect(reached.size).toBeLessThanOrEqual(75);
    expect([...reached].filter((file) => !/^(data|support)\//.test(file)).length).toBeLessThanOrEqual(64);
  });

  it('reaches no code of options that come as values', () => {
    const values = [
      'training/earlyStopping.ts',
      'training/reduceOnPlateau.ts',
      'training/checkpoint.ts',
      'measures/Measure.ts',
      'measures/readRows.ts',
      'data/augmentation/augment.ts',
    ];
    for (const file of values) {
      expect(files.has(file), file).toBe(true);
      expect(reached.has(file), file).toBe(false);
    }
  });
});

describe('the tests', () => {
  it('have no limits of time of their own: vitest.config.ts has one, for what never ends on a busy machine', () => {
    const names = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const limit = /^\s*\}, \d{1,3}_\d{3}\);$|\{ timeout: (?!200_000)|testTimeout|hookTimeout/m;
    const limited = names.filter((name) => limit.test(readFileSync(join(root, 'test', name), 'utf8')));
    expect(limited.filter((name) => name !== 'architecture.node.test.ts')).toEqual([]);
  });
});

describe('the table of floors', () => {
  it('has a floor for each folder that exists', () => {
    expect(floors.get('support')).toBe(0);
    expect(floors.get('node')).toBe(9);
    expect(floors.size).toBeGreaterThanOrEqual(9);
  });
});

describe('the rule of the floors', () => {
  const made = new Map([
    ['low', 0],
    ['left', 1],
    ['right', 1],
    ['node', 2],
  ]);
  const graph = (imports: Record<string, string[]>, typeOnly = false): Graph =>
    new Map(Object.entries(imports).map(([file, targets]) => [file, targets.map((target) => ({ target, typeOnly }))]));

  it('accepts imports that run down', () => {
    expect(
      brokenRules(
        graph({ 'index.ts': ['left/a.ts'], 'left/a.ts': ['left/b.ts', 'low/a.ts'], 'left/b.ts': [], 'low/a.ts': [] }),
        made,
      ),
    ).toEqual([]);
  });

  it('reports an import up a floor, of types too', () => {
    const broken = ['low/a.ts imports left/a.ts: up from floor 0 to floor 1'];
    expect(brokenRules(graph({ 'low/a.ts': ['left/a.ts'], 'left/a.ts': [] }), made)).toEqual(broken);
    expect(brokenRules(graph({ 'low/a.ts': ['left/a.ts'], 'left/a.ts': [] }, true), made)).toEqual(broken);
  });

  it('reports an import from a folder of the same floor', () => {
    const broken = ['left/a.ts imports right/a.ts: sideways on floor 1'];
    expect(brokenRules(graph({ 'left/a.ts': ['right/a.ts'], 'right/a.ts': [] }), made)).toEqual(broken);
  });

  it('keeps the core, which is AssemblyScript, apart', () => {
    const core = { 'engine/assembly/a.ts': ['engine/assembly/b.ts'], 'engine/assembly/b.ts': [] };
    const floors = new Map([...made, ['engine', 2]]);
    expect(brokenRules(graph(core), floors)).toEqual([]);
    expect(brokenRules(graph({ ...core, 'engine/a.ts': ['engine/assembly/a.ts'] }), floors)).toEqual([
      'engine/a.ts imports engine/assembly/a.ts: AssemblyScript is a program of its own',
    ]);
    expect(brokenRules(graph({ 'engine/assembly/a.ts': ['low/a.ts'], 'low/a.ts': [] }), floors)).toEqual([
      'engine/assembly/a.ts imports low/a.ts: AssemblyScript is a program of its own',
    ]);
  });

  it('reports a circle of three files, and lets two files name each other as types', () => {
    const circle = { 'low/a.ts': ['low/b.ts'], 'low/b.ts': ['low/c.ts'], 'low/c.ts': ['low/a.ts'] };
    expect(brokenRules(graph(circle), made)).toEqual(['low/a.ts -> low/b.ts -> low/c.ts -> low/a.ts: a circle']);
    expect(brokenRules(graph(circle, true), made)).toEqual([]);
  });

  it('reports an import of an entry point, of a package, of Node outside the folder node, and of nothing', () => {
    const broken = brokenRules(
      graph({ 'index.ts': [], 'low/a.ts': ['index.ts', 'left-pad', 'node:fs', 'low/gone.ts'], 'node/a.ts': ['node:fs'] }),
      made,
    );
    expect(broken).toEqual([
      'low/a.ts imports index.ts: a door stands above all floors',
      'low/a.ts imports left-pad: there are no dependencies',
      'low/a.ts imports node:fs: only the folder node may need Node',
      'low/a.ts imports low/gone.ts: there is no such file',
    ]);
  });

  it('reports a folder that has no floor', () => {
    expect(brokenRules(graph({ 'attic/a.ts': [] }), made)).toEqual([
      'attic/a.ts: its folder has no floor in docs/architecture.md',
    ]);
  });
});

describe('the reader of sources', () => {
  const parse = (text: string) => ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);

  it('finds every kind of import, and tells those of types', () => {
    const text = `
      import { a, type B } from './a.js';
      import type { C } from '../c.js';
      import { type D } from './d.js';
      export * from './e/index.js';
      export type { F } from './f.js';
      const later = await import('node:fs');
      type G = import('./g.js').G;
      // import { h } from './h.js';
    `;
    expect(importGraph(new Map([['low/x.ts', parse(text)]])).get('low/x.ts')).toEqual([
      { target: 'low/a.ts', typeOnly: false },
      { target: 'c.ts', typeOnly: true },
      { target: 'low/d.ts', typeOnly: true },
      { target: 'low/e/index.ts', typeOnly: false },
      { target: 'low/f.ts', typeOnly: true },
      { target: 'node:fs', typeOnly: false },
      { target: 'low/g.ts', typeOnly: true },
    ]);
  });

  it('follows imports of values and `import()`, and not those of types', () => {
    const graph = importGraph(
      new Map([
        ['a.ts', parse("import { b } from './b.js'; import type { T } from './t.js'; const c = import('./c.js');")],
        ['b.ts', parse("import './a.js'; import fs from 'node:fs';")],
        ['c.ts', parse("export * from './d.js';")],
        ['d.ts', parse('')],
        ['t.ts', parse('')],
      ]),
    );
    expect([...reachedFrom(graph, 'a.ts')].sort()).toEqual(['a.ts', 'b.ts', 'c.ts', 'd.ts']);
  });

  it('finds mathematics that differs between engines, and text run as code', () => {
    const text = `
      Math.exp(1); x ** 2; 2 ** n; y **= 2; const { log } = Math; Math['pow'];
      eval('1'); new Function('1'); 1n;
      Math.fround(1); Math.sqrt(2); 2 ** 53; // Math.exp, eval
      const words = 'Math.exp eval';
    `;
    expect(forbiddenIn(parse(text))).toEqual([
      'Math.exp in line 2',
      '** in line 2',
      '** in line 2',
      '** in line 2',
      'Math under another name in line 2',
      'Math[...] in line 2',
      'eval in line 3',
      'Function in line 3',
      'a BigInt literal in line 3',
    ]);
  });
});
