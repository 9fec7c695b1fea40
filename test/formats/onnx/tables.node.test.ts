// What ONNX Runtime makes of classifiers and regressors of tables: our own answers, and NaN where ours is a refusal.
import { identity, mish, Network, type Regressor, regressor, type TableClassifier } from 'glassbox-nn';
import { prepare, type Row, table } from 'glassbox-nn/data';
import { fromOnnx, toOnnx } from 'glassbox-nn/formats';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looksMissing } from '../../../src/data/missingLabels.js';
import { MISSING_WORDS } from '../../../src/formats/onnx/onnxColumns.js';
import { expectRefusal } from '../../support/refusals.js';
import { houseReader, houses, OPTIONS, passengerReader, passengerRows } from '../tables/models.js';

const CLOSE = 1e-6;

beforeAll(() => {
  env.wasm.numThreads = 1;
  env.logLevel = 'error';
});

// ONNX Runtime gives Node a Worker as pages have one. Later files look whether they are in a page.
afterAll(() => {
  delete (globalThis as { Worker?: unknown }).Worker;
});

type Model = TableClassifier | Regressor;

/** What a graph takes for a cell: a text, or a number, which is NaN where the cell is missing. */
function cellFor(kind: string, cell: Row[string] | undefined): string | number {
  if (kind === 'word') return String(cell ?? '');
  if (cell === null || cell === undefined) return Number.NaN;
  return typeof cell === 'string' ? Number(cell === 'yes') : Number(cell);
}

/** What ONNX Runtime answers to rows, by the names of the outputs: [rows x size] each. */
async function answersOf(file: Uint8Array, model: Model, rows: readonly Row[]): Promise<Map<string, Float32Array>> {
  const session = await InferenceSession.create(file);
  const used = model.preparation.columns.filter(({ kind }) => kind !== 'drop');
  expect(session.inputNames).toEqual(used.map(({ name }) => name));
  const feeds = new Map<string, Tensor>();
  for (const { name, kind } of used) {
    const cells = rows.map((row) => cellFor(kind, Object.entries(row).find(([key]) => key === name)?.[1]));
    const tensor =
      kind === 'word'
        ? new Tensor('string', cells.map(String), [rows.length, 1])
        : new Tensor('float32', Float32Array.from(cells, Number), [rows.length, 1]);
    feeds.set(name, tensor);
  }
  const answer = await session.run(Object.fromEntries(feeds));
  await session.release();
  return new Map(Object.entries(answer).map(([name, { data }]) => [name, data as Float32Array]));
}

/** The answer of a call, or undefined where it throws. */
function unlessRefused<Answer>(call: () => Answer): Answer | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}

/** The row as float32 has its numbers, since a graph takes them so. */
function rounded(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [name, typeof cell === 'number' ? Math.fround(cell) : cell]),
  );
}

describe('ONNX Runtime reads a classifier of a table', () => {
  it.each(OPTIONS)('as it reads itself, and answers NaN where it refuses: %s', async (_, options) => {
    for (const outputs of [2, 1]) {
      const reader = passengerReader(options, outputs);
      const rows = passengerRows();
      const theirs = (await answersOf(toOnnx(reader), reader, rows)).get('output') ?? [];
      let refusals = 0;
      for (const [index, row] of rows.entries()) {
        const own = unlessRefused(() => reader.read(rounded(row)).outputs);
        const answer = Array.from(theirs.slice(index * outputs, (index + 1) * outputs));
        if (own === undefined) {
          refusals++;
          expect(answer, JSON.stringify(row)).toEqual(new Array(outputs).fill(Number.NaN));
        } else {
          for (const [place, value] of own.entries())
            expect(Math.abs(value - (answer[place] as number)), JSON.stringify(row)).toBeLessThan(CLOSE);
        }
      }
      expect(refusals).toBeGreaterThan(0);
      expect(refusals).toBeLessThan(rows.length / 2);
    }
  });

  it('with every word that stands for a missing cell', async () => {
    expect(MISSING_WORDS.filter((word) => !looksMissing(word))).toEqual([]);
    const reader = passengerReader({ unseen: 'column', missingIndicator: true });
    const [usual] = passengerRows() as [Row];
    const rows = MISSING_WORDS.map((port) => ({ ...usual, port }));
    const theirs = (await answersOf(toOnnx(reader), reader, rows)).get('output') ?? [];
    const own = reader.read({ ...usual, port: null }).outputs;
    for (const [index, value] of theirs.entries()) expect(Math.abs(value - (own[index % 2] as number))).toBeLessThan(CLOSE);
  });

  it('with names and words of any kind', async () => {
    const names = [
      '__proto__',
      'constructor',
      '0.weight',
      'inside.inputs',
      '_inside.0.sum',
      'scaling.offset',
      'a b\n"\u2028',
      '日本',
    ];
    const rows = [0, 1, 2].map((place) =>
      Object.fromEntries([...names.map((name, n) => [name, names[(n + place) % 3]]), ['y', place], ['number', 3 * place]]),
    );
    const preparation = prepare(table(rows), { target: 'y', onWarning: () => {} });
    const network = new Network([preparation.width, 3, 1], { hidden: mish, output: identity }) as Network;
    const reader = regressor(network, { preparation }) as Regressor;
    const theirs = (await answersOf(toOnnx(reader), reader, rows)).get('y') ?? [];
    for (const [index, row] of rows.entries())
      expect(Math.abs((theirs[index] as number) - (reader.read(row).y as number))).toBeLessThan(CLOSE * 10);
  });
});

describe('ONNX Runtime reads a regressor', () => {
  it('in the units of its targets, each an output of its name', async () => {
    for (const options of [
      {},
      { targetScale: 'minMax' },
      { scale: 'minMax', missingIndicator: true, unseen: 'zeros' },
    ] as const) {
      const reader = houseReader(options);
      const rows: Row[] = [
        ...houses,
        { area: 95.5, garden: null, heating: null, year: null },
        { area: null, garden: true, heating: 'gas', year: 1999 },
      ];
      const theirs = await answersOf(toOnnx(reader), reader, rows);
      expect([...theirs.keys()]).toEqual(['price', 'rent']);
      for (const [index, row] of rows.entries()) {
        for (const [name, value] of Object.entries(reader.read(row)))
          expect(Math.abs(value - (theirs.get(name)?.[index] as number)) / Math.abs(value)).toBeLessThan(CLOSE);
      }
    }
  });

  it('with a target that never changed', async () => {
    const rows = [1, 2, 3].map((x) => ({ x, y: 5 }));
    const preparation = prepare(table(rows), { target: 'y', onWarning: () => {} });
    const reader = regressor(new Network([1, 1], { output: identity }) as Network, { preparation }) as Regressor;
    expect((await answersOf(toOnnx(reader), reader, rows)).get('y')).toEqual(Float32Array.of(5, 5, 5));
  });
});

describe('the graph of a table', () => {
  it('answers NaN for a number that is neither yes nor no (case 388)', async () => {
    const reader = passengerReader({});
    const [usual] = passengerRows() as [Row];
    const rows = [2, 0.5, Number.POSITIVE_INFINITY].map((member) => ({ ...usual, member }));
    const theirs = (await answersOf(toOnnx(reader), reader, rows)).get('output') ?? [];
    expect([...theirs]).toEqual(new Array(6).fill(Number.NaN));
  });

  it('is refused for names that it cannot have, by the column (case 389)', async () => {
    const named = (name: string, word = 'b') => {
      const rows = table([
        { [name]: 'a', y: 1 },
        { [name]: word, y: 2 },
      ]);
      const preparation = prepare(rows, { target: 'y', onWarning: () => {} });
      return regressor(new Network([2, 1], { output: identity }) as Network, { preparation }) as Regressor;
    };
    await expectRefusal(() => toOnnx(named('')), 'ArgumentError', "toOnnx: column ''", 'an empty one', 'Give it a name');
    await expectRefusal(() => toOnnx(named('x\ud800')), 'ArgumentError', 'whole characters', 'toJson');
    await expectRefusal(() => toOnnx(named('x', 'b\udc00')), 'ArgumentError', "toOnnx: column 'x'", 'half a character');
    const taken = table('output,y\n1,a\n2,b\n');
    const preparation = prepare(taken, { target: 'y', onWarning: () => {} });
    const reader = { ...passengerReader({}), network: new Network([1, 2]) as Network, preparation, classNames: ['a', 'b'] };
    await expectRefusal(() => toOnnx(reader), 'ArgumentError', 'toOnnx: outputName', "got 'output'", "outputName: 'answer'");
    expect(toOnnx(reader, { outputName: 'answer' }).length).toBeGreaterThan(100);
  });

  it('has no names to choose but that of the classes (case 390)', async () => {
    await expectRefusal(() => toOnnx(houseReader(), { inputName: 'x' }), 'ArgumentError', 'no inputName', "got inputName 'x'");
    await expectRefusal(() => toOnnx(houseReader(), { outputName: 'x' }), 'ArgumentError', 'no outputName', "outputName 'x'");
    await expectRefusal(() => toOnnx(passengerReader({}), { inputName: 'x' }), 'ArgumentError', 'no inputName');
  });

  it('is not read back, and says what is (case 391)', async () => {
    for (const model of [passengerReader({}), passengerReader({}, 1), houseReader()]) {
      for (const kind of ['network', 'classifier', 'scaled'] as const) {
        await expectRefusal(
          () => fromOnnx(toOnnx(model as TableClassifier), { kind }),
          'FormatError',
          'a model whose inputs are numbers',
          'toJson or toSafetensors',
        );
      }
    }
    const one = prepare(table('x,y\n1,2\n2,3\n'), { target: 'y', onWarning: () => {} });
    const single = regressor(new Network([1, 1], { output: identity }) as Network, { preparation: one }) as Regressor;
    await expectRefusal(() => fromOnnx(toOnnx(single)), 'FormatError', 'toJson or toSafetensors');
  });

  it('is refused where its preparation was made by hand (case 384)', async () => {
    const reader = passengerReader({});
    const { preparation } = reader;
    const broken = { ...reader, preparation: { ...preparation, columns: preparation.columns.slice(1) } };
    await expectRefusal(() => toOnnx(broken as never), 'ArgumentError', 'toOnnx: preparation', 'as the first layer takes');
    for (const junk of [5, null, {}, { columns: 3, targets: [null] }]) {
      await expectRefusal(() => toOnnx({ ...reader, preparation: junk } as never), 'ArgumentError', 'toOnnx: preparation');
    }
  });
});
