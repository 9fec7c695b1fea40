// What the types of all exports take: undefined for every option, readonly arrays, and no names that cannot be imported.
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readSignatures, type Signatures, signaturesOf } from './support/signatures.js';

const root = join(import.meta.dirname, '..');

const signatures = readSignatures(root);

describe('the types of the exports', () => {
  const { declarations, optional, exact, mutable, unnamed } = signatures;

  it('are all read', () => {
    expect(declarations).toBeGreaterThan(400);
    expect(optional).toBeGreaterThan(300);
  });

  it('take undefined for every option, as when it is left out (case 320)', () => expect(exact).toEqual([]));

  it('take readonly arrays wherever they take arrays (case 321)', () => expect(mutable).toEqual([]));

  it('name what can be imported, but for the plain classes behind the typed ones and the steps of computed types', () => {
    expect(unnamed).toEqual([
      'model/Layer.ts: Layer',
      'model/Network.ts: Network',
      'model/Neuron.ts: Neuron',
      'model/sizes.ts: BesideLayers',
      'model/sizes.ts: BesideSizes',
      'model/sizes.ts: Counted',
      'model/sizes.ts: FitsFrom',
      'model/sizes.ts: Same',
      'training/stepOptions.ts: StepOptions',
    ]);
  });
});

describe('the names of functions that return a promise', () => {
  const { promising, immediate } = signatures;
  const twins = promising.filter((name) => name.endsWith('Async'));

  it('end in Async where one of the same name returns when it is done, but for fit', () => {
    expect(twins).toEqual(['evaluateAsync', 'forwardBatchAsync', 'stepAsync']);
    expect(twins.map((name) => name.slice(0, -'Async'.length)).filter((name) => !immediate.includes(name))).toEqual([]);
    expect(promising).toContain('fit');
    expect(immediate).toContain('train');
  });

  it('do not where there is none', () => {
    const others = promising.filter((name) => !twins.includes(name) && name !== 'fit');
    expect(others).toEqual([
      'call',
      'gunzip',
      'load',
      'loadCheckpoint',
      'parseNpz',
      'readDataset',
      'readMnist',
      'readTable',
      'save',
      'saveCheckpoint',
    ]);
  });
});

describe('signatures', () => {
  function read(text: string): Signatures {
    const options = { strict: true, exactOptionalPropertyTypes: true, noLib: true, target: ts.ScriptTarget.ES2022 };
    const host = ts.createCompilerHost(options);
    const file = ts.createSourceFile('/made/door.ts', text, ts.ScriptTarget.ES2022, true);
    const program = ts.createProgram(['/made/door.ts'], options, { ...host, getSourceFile: () => file });
    return signaturesOf(program, ['/made/door.ts'], '/made');
  }

  it('tell an option that refuses undefined, however deep', () => {
    const { exact } = read(`
      type Deep = { readonly a?: number; readonly b?: number | undefined; readonly c?: () => undefined };
      export interface Options { readonly deep?: Deep | undefined }
      export declare function call(options?: Options, other?: { readonly d?: string }): void;
    `);
    expect(exact).toEqual([
      'door.ts: readonly a?: number;',
      'door.ts: readonly c?: () => undefined',
      'door.ts: readonly d?: string',
    ]);
  });

  it('tell an array that is taken, not one that is given back or handed to a callback', () => {
    const { mutable } = read(`
      export interface Options { readonly list: number[]; readonly done: (all: number[]) => [number, number] }
      export interface Record { readonly list: number[] }
      export declare function call(options: Options, ...rest: string[]): Record;
      export declare function other(pairs: readonly [number, number][], fine: readonly string[]): string[];
    `);
    expect(mutable).toEqual([
      'door.ts: (all: number[]) => [number, number]',
      'door.ts: [number, number][]',
      'door.ts: readonly list: number[];',
    ]);
  });

  it('tell a name that no door exports', () => {
    const { unnamed } = read(`
      interface Hidden { readonly a: number; readonly other: Other }
      interface Other { readonly b: number }
      /** @internal */
      interface Inner { readonly c: number }
      export interface Shown { readonly hidden: Hidden; 
        /** @internal */
        readonly inner: Inner }
    `);
    expect(unnamed).toEqual(['door.ts: Hidden', 'door.ts: Other']);
  });
});
