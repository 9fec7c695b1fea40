// Every activation, loss, optimizer and format that a door exports stands in each place that must know it; what misses is named.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as main from 'glassbox-nn';
import * as formats from 'glassbox-nn/formats';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { hiddenActivations } from '../playground/src/model/NetworkSpec.js';
import { activationNumber, isCustom, isCustomLoss, lossNumber, updateNumber } from '../src/engine/kernels.js';
import { builtInActivation, formOf, KERAS, MODULE } from '../src/formats/activationFormats.js';
import { activationLayer, activationAt as kerasActivation } from '../src/formats/tensorflow/kerasActivations.js';
import { isBuiltIn } from '../src/model/activations/activation.js';
import * as parts from './engine/parts.js';
import * as builtIns from './support/builtIns.js';
import { parseFolder } from './support/imports.js';

/** What the other programs cannot say; docs/exporting-and-importing.md tells it. */
const NOT_IN_KERAS = ['gelu'];

const root = join(import.meta.dirname, '..');
const core = parseFolder(join(root, 'src/engine/assembly'));
const page = (name: string) => readFileSync(join(root, 'docs', name), 'utf8');

/** The constants of a file of the core that hold numbers: their names, by their numbers. */
function numbersOf(file: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const statement of core.get(file)?.statements ?? []) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, type, initializer } of statement.declarationList.declarations) {
      if (type?.getText() === 'u32' && initializer !== undefined) found.set(Number(initializer.getText()), name.getText());
    }
  }
  return found;
}

/** leakyRelu as LEAKY_RELU. */
const inCapitals = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** Every exported value with the marks of a kind. */
function exported<Kind>(isOne: (value: Record<string, unknown>) => boolean): Kind[] {
  return Object.values(main).filter((value) => isOne(value as never)) as Kind[];
}

const activations = exported<main.LayerActivation>(({ kind }) => kind === 'elementwise' || kind === 'vector');
const losses = exported<main.Loss>((value) => 'gradient' in value && 'targets' in value);

describe.each(activations.map((activation) => ({ name: activation.name, activation })))(
  'the activation $name',
  ({ name, activation }) => {
    it(`has its steps in float32 (src/model/activations/${name}.ts)`, () => {
      expect(isBuiltIn(activation, name)).toBe(true);
    });

    it('has a number in the core (src/engine/assembly/activations.ts)', () => {
      expect(isCustom(activation)).toBe(false);
      expect(numbersOf('activations.ts').get(activationNumber(activation))).toBe(inCapitals(name));
    });

    it('is found by its name in files (src/formats/activationFormats.ts)', () => {
      expect(builtInActivation(name)).toBe(activation);
    });

    it('is an operator of ONNX, and is read back (src/formats/activationFormats.ts)', () => {
      // By a whole file, since an operator that changes nothing is passed over, and leaves the layer as it is.
      const [layer] = formats.fromOnnx(formats.toOnnx(new main.Network([1, 2], { output: activation }))).layers;
      expect(layer?.activation).toBe(activation);
    });

    it.skipIf(NOT_IN_KERAS.includes(name))('is written for Keras, and read back (src/formats/activationFormats.ts)', () => {
      const form = formOf(KERAS, activation);
      if (typeof form === 'string') expect(kerasActivation('', form)).toBe(activation);
      else if (form !== undefined && 'config' in form) {
        expect(activationLayer('', form.className, form.config)).toBe(activation);
      } else expect.fail('it is not written');
    });

    it('is written into modules (src/formats/activationFormats.ts)', () => {
      expect(formOf(MODULE, activation)).toContain(`function ${name}(`);
    });

    it('is in the lists of the tests, and in the playground (test/support/builtIns.ts, playground/src/model/NetworkSpec.ts)', () => {
      if (activation.kind === 'vector') return;
      expect(Object.entries(builtIns.activations)).toContainEqual([name, activation]);
      expect(Object.entries(hiddenActivations)).toContainEqual([name, activation]);
    });

    it('is on the page of other programs (docs/exporting-and-importing.md)', () => {
      expect(page('exporting-and-importing.md')).toContain(`\`${name}\``);
    });
  },
);

describe.each(losses.map((loss) => ({ name: loss.name, loss })))('the loss $name', ({ name, loss }) => {
  it('has a number in the core (src/engine/kernels.ts, src/engine/assembly/losses.ts)', () => {
    expect(loss.kernel).toBe(name);
    expect(isCustomLoss(loss)).toBe(false);
    expect(numbersOf('losses.ts').get(lossNumber(loss))).toBe(inCapitals(name));
  });

  it('is in the lists of the tests (test/support/builtIns.ts)', () => {
    expect(builtIns.losses).toContain(loss);
  });

  it('is in the glossary (docs/glossary.md)', () => {
    expect(page('glossary.md')).toContain(`\`${name}\``);
  });
});

describe('the core', () => {
  it('gives custom functions numbers of their own', () => {
    expect(numbersOf('activations.ts').get(0)).toBe('CUSTOM');
    expect(numbersOf('losses.ts').get(losses.length)).toBe('CUSTOM_LOSS');
  });
});

describe('the optimizers', () => {
  const sources = parseFolder(join(root, 'src/learning/optimizers'));
  const exports = [...(sources.get('index.ts') as ts.SourceFile).statements].filter(ts.isExportDeclaration);
  const names = exports.flatMap(({ exportClause, isTypeOnly }) =>
    isTypeOnly || exportClause === undefined || !ts.isNamedExports(exportClause)
      ? []
      : exportClause.elements.filter((element) => !element.isTypeOnly).map(({ name }) => name.getText()),
  );

  it('are all in the lists of the tests (test/support/builtIns.ts, test/engine/parts.ts)', () => {
    expect(names.length).toBeGreaterThan(3);
    expect(Object.keys(builtIns.optimizers).sort()).toEqual(names.sort());
    const made = Object.values(parts.optimizers).map((make) => make(0.1).name);
    expect(made).toEqual(expect.arrayContaining(names));
  });

  it.each(Object.entries(builtIns.optimizers))(
    '%s has a pass in the core (src/engine/kernels.ts, src/engine/assembly/update.ts)',
    (_, make) => {
      const rule = make().update.rule as main.UpdateRule;
      expect(numbersOf('update.ts').get(updateNumber(rule))).toBe(inCapitals(rule.kernel));
    },
  );

  it.each(names)('%s is on the pages that list them (docs/glossary.md, getting-started.md, coming-from.md)', (name) => {
    for (const one of ['glossary.md', 'getting-started.md', 'coming-from.md']) expect(page(one), one).toContain(`\`${name}\``);
  });
});

describe('the formats', () => {
  const fuzzed = readFileSync(join(root, 'scripts/fuzz/targets.ts'), 'utf8');
  const names = Object.keys(formats).filter((name) => /^(to|from|parse)[A-Z]/.test(name));

  it.each(names)('%s is on the page of formats (docs/exporting-and-importing.md)', (name) => {
    expect(page('exporting-and-importing.md')).toContain(name);
  });

  it.each(names.filter((name) => !name.startsWith('to')))('%s is fuzzed (scripts/fuzz/targets.ts)', (name) => {
    expect(fuzzed).toContain(`${name}(`);
  });
});
