// Every example in the documentation of src compiles and runs, and every value it claims is what comes.
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { DOORS } from './support/doors.js';
import { examplesIn, findExamples, runExample, typeErrors } from './support/examples.js';

const root = join(import.meta.dirname, '..');

describe('the examples in src', async () => {
  const examples = findExamples(join(root, 'src'));
  const errors = typeErrors(root, examples);

  it('are found', () => expect(examples.length).toBeGreaterThan(50));

  for (const [index, example] of examples.entries()) {
    it(example.title, async () => {
      expect(errors[index]).toEqual([]);
      for (const { expression, expected, actual } of await runExample(example, DOORS)) {
        expect(`${expression}; // => ${actual}`).toBe(`${expression}; // => ${expected}`);
      }
    });
  }
});

describe('the doctest', () => {
  const example = (code: string) => ({ title: 'made up', code });

  it('finds the examples of functions, constants, classes and methods', () => {
    const block = (code: string) => `/**\n * Words.\n *\n * @example\n * \`\`\`ts\n * ${code}\n * \`\`\`\n */\n`;
    const text = `${block('1;')}export function f() {}\n${block('2;')}export const c = 1;\n${block('3;')}export class K {\n${block('4;')}  m() {}\n}`;
    const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);
    expect(examplesIn('a.ts', file)).toEqual([
      { title: 'a.ts: f', code: '1;\n' },
      { title: 'a.ts: c', code: '2;\n' },
      { title: 'a.ts: K', code: '3;\n' },
      { title: 'a.ts: K.m', code: '4;\n' },
    ]);
  });

  it('tells a wrong claim from a right one, also where the statement has many lines', async () => {
    const claims = await runExample(example("const a = 1;\na + 1; // => 3\n[\n  a,\n  'b',\n]; // => [ 1, 'b' ]\n"), {});
    expect(claims).toEqual([
      { expression: 'a + 1', expected: '3', actual: '2' },
      { expression: "[\n  a,\n  'b',\n]", expected: "[ 1, 'b' ]", actual: "[ 1, 'b' ]" },
    ]);
  });

  it('tells a claim that was never reached', async () => {
    const [claim] = await runExample(example('if (1 > 2) {\n  1; // => 1\n}\n'), {});
    expect(claim?.actual).toBe('nothing: the line did not run');
  });

  it('refuses a claim on anything but an expression, and an example that throws', async () => {
    await expect(runExample(example('const a = 1; // => 1\n'), {})).rejects.toThrow('1 lines claim a value, but 0');
    await expect(runExample(example("throw new Error('no');\n"), {})).rejects.toThrow('no');
  });

  it('tells type errors, with their line', () => {
    const [right, wrong] = typeErrors(root, [
      example("import { exp } from 'glassbox-nn';\nexp(1);\n"),
      example('\nnothing;\n'),
    ]);
    expect(right).toEqual([]);
    expect(wrong).toEqual(["line 2: Cannot find name 'nothing'."]);
  });

  it('gives examples what they import, under the names they choose', async () => {
    const code =
      "import { add as plus, type T } from 'made-up';\nimport { sep } from 'node:path';\nplus(1, 2); // => 3\nsep; // => '/'\n";
    const claims = await runExample(example(code), { 'made-up': { add: (a: number, b: number) => a + b } });
    expect(claims.map(({ actual }) => actual)).toEqual(['3', "'/'"]);
  });
});
