// The core and the reference: the same acts under the same names, in the same order; and what the core has beside them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as trainingStep from '../../src/learning/TrainingStep.js';
import * as layer from '../../src/model/forwardLayer.js';
import { parseFolder } from '../support/imports.js';

const root = join(import.meta.dirname, '../..');
const core = parseFolder(join(root, 'src/engine/assembly'));
const reference = parseFolder(join(root, 'src/learning')).get('TrainingStep.ts') as ts.SourceFile;

/** A layer forward is no act of the core, whose `forward` takes all layers. */
const { forwardLayer: _, ...activation } = layer;

/** The acts of the reference: the other functions that its modules export. */
const acts = Object.entries({ ...trainingStep, ...activation })
  .filter(([, value]) => typeof value === 'function' && !`${value}`.startsWith('class'))
  .map(([name]) => name);

/** Every function with a body below a node, with its name. */
function functionsIn(node: ts.Node): Map<string, ts.FunctionLikeDeclaration> {
  const found = new Map<string, ts.FunctionLikeDeclaration>();
  const visit = (inner: ts.Node): void => {
    if ((ts.isFunctionDeclaration(inner) || ts.isMethodDeclaration(inner)) && inner.body)
      found.set(`${inner.name?.getText()}`, inner);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
}

/** The acts that a function calls, in the order of its text: itself, or through functions of `others` that are no acts. */
function actsOf(caller: ts.FunctionLikeDeclaration, others = new Map<string, ts.FunctionLikeDeclaration>()): string[] {
  const called: string[] = [];
  const visit = (node: ts.Node): void => {
    const name = ts.isCallExpression(node) && ts.isIdentifier(node.expression) ? node.expression.text : '';
    const other = others.get(name);
    if (acts.includes(name)) called.push(name);
    else if (other !== undefined && other !== caller) called.push(...actsOf(other, others));
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(caller, visit);
  return called;
}

const functionsOfCore = new Map([...core.values()].flatMap((file) => [...functionsIn(file)]));
const stepOfCore = functionsIn(core.get('step.ts') as ts.SourceFile);

describe('the core', () => {
  it('has a function of the same name for each act of the reference, at the outer level of a file', () => {
    expect(acts.length).toBeGreaterThanOrEqual(10);
    const outer = [...core.values()].flatMap(({ statements }) => statements.filter(ts.isFunctionDeclaration));
    const names = outer.map(({ name }) => name?.text);
    expect(acts.filter((act) => !names.includes(act))).toEqual([]);
  });

  it('does them in the same order', () => {
    const [step] = reference.statements.filter(ts.isClassDeclaration);
    const methods = functionsIn(step as ts.ClassDeclaration);
    const ofExample = actsOf(methods.get('addExample') as ts.MethodDeclaration);
    expect(ofExample.length).toBeGreaterThanOrEqual(6);
    expect(actsOf(stepOfCore.get('addExamples') as ts.FunctionDeclaration, functionsOfCore)).toEqual(ofExample);
    // The core's `update` averages the gradient first, or where nothing else is done with it, as the optimizer reads it.
    expect(actsOf(methods.get('update') as ts.MethodDeclaration)).toEqual(['averageGradient', 'update']);
    expect(actsOf(stepOfCore.get('update') as ts.FunctionDeclaration, functionsOfCore)).toEqual(['averageGradient']);
  });

  it('has no function of more than 8 parameters', () => {
    const long: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isFunctionLike(node) && node.parameters.length > 8)
        long.push(`${node.getSourceFile().fileName}: ${node.name?.getText()}`);
      ts.forEachChild(node, visit);
    };
    for (const file of core.values()) visit(file);
    expect(functionsOfCore.size).toBeGreaterThan(100);
    expect(long).toEqual([]);
  });
});

describe('the tables of docs/architecture.md', () => {
  const [, section = ''] = readFileSync(join(root, 'docs/architecture.md'), 'utf8').split(/^## The core$/m);
  const rows = [...(section.split(/^## /m)[0] as string).matchAll(/^\| (`.*?) \| (.*) \|$/gm)];
  const namesIn = (cell: string) => [...cell.matchAll(/`([\w/.]+)`/g)].map(([, name]) => name as string);

  it('have each file of the core once: beside its reference, or with the reason why the core alone has it', () => {
    const listed = rows.flatMap(([, files]) => namesIn(files as string));
    expect(listed.sort()).toEqual([...core.keys()].sort());
  });

  it('name references that exist', () => {
    const references = rows.flatMap(([, , second]) => namesIn(second as string)).filter((name) => name.includes('/'));
    expect(references.length).toBeGreaterThan(15);
    expect(references.filter((name) => !existsSync(join(root, 'src', name)))).toEqual([]);
  });
});
