// Casts (`x as T`) claim what the compiler cannot see, and nothing checks the claim: so each folder may have few, and no more by accident.
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parseFolder } from './support/imports.js';

/**
 * How many casts a folder may have. What remains is of these kinds: a value that was duck-typed just before, which may be of another copy
 * of the package; what was caught, whose type is unknown; two sides that agree and whose types do not say so, as a dtype and its array; types by
 * the sizes of a network; and what platforms hold. Where a check can return what it found as a type, it does that instead.
 */
const MOST: Readonly<Record<string, number>> = {
  browser: 1,
  classifier: 1,
  data: 10,
  digits: 1,
  engine: 7,
  formats: 13,
  learning: 3,
  model: 8,
  node: 3,
  support: 8,
  trainer: 1,
  training: 17,
};

/** The casts of a file, `as const` left out, which claims nothing. */
function castsIn(file: ts.SourceFile): ts.AsExpression[] {
  const casts: ts.AsExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isAsExpression(node) && node.type.getText() !== 'const') casts.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return casts;
}

describe('casts in the sources', () => {
  it('are no more than are written down here, folder by folder', () => {
    const counts: Record<string, number> = Object.fromEntries(Object.keys(MOST).map((folder) => [folder, 0]));
    for (const [name, file] of parseFolder(join(import.meta.dirname, '../src'))) {
      if (name.startsWith('engine/assembly/')) continue; // AssemblyScript, where a cast may convert
      const folder = name.includes('/') ? name.slice(0, name.indexOf('/')) : 'src';
      for (const _ of castsIn(file)) counts[folder] = (counts[folder] ?? 0) + 1;
    }
    const grown = Object.entries(counts).filter(([folder, count]) => count > (MOST[folder] ?? 0));
    expect(grown).toEqual([]);
  });

  it('are found in every place, and none in other words', () => {
    const text = `
      const a = (value as unknown as { b: C }).b; // as a comment
      const d = ['x'] as const, e = 'as string';
      import { f as g } from './f.js';
      const h = <T,>(i: unknown) => (i as T[])[0];
    `;
    const found = castsIn(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true));
    expect(found.map((cast) => cast.getText())).toEqual(['value as unknown as { b: C }', 'value as unknown', 'i as T[]']);
  });
});
