// Tables that come in lines or in pieces.
import fc from 'fast-check';
import { prepare, readTable, readTables, table } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../../support/refusals.js';

/** The items, one after another. */
async function* streamed<T>(items: Iterable<T>): AsyncGenerator<T> {
  for (const item of items) yield item;
}

/** Pieces of so many letters. */
function cut(text: string, length: number): string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, piece) =>
    text.slice(piece * length, (piece + 1) * length),
  );
}

const text = '\uFEFFname,note,size\r\na,"x ""q""\r\n,y",1\r\n\r\nb,"",2.5\r\nlong word of the first line,z,\r\n';

describe('readTable', () => {
  it('makes the table of the whole text, wherever it is cut', async () => {
    for (const length of [1, 2, 3, 7, 1000]) expect(await readTable(streamed(cut(text, length)))).toEqual(table(text));
    const end = text.trimEnd();
    for (const length of [1, 5, 1000]) expect(await readTable(streamed(cut(end, length)))).toEqual(table(text));
  });

  it('makes it of lines, few or many, also where quotes go over several', async () => {
    expect(await readTable(streamed(text.split('\r\n')))).toEqual(table(text.replaceAll('\r\n', '\n')));
    const many = ['n,word', ...Array.from({ length: 100 }, (_, n) => `${n},"a\nb ${n % 3}"`)].join('\n');
    expect(await readTable(streamed(many.split('\n')))).toEqual(table(many));
    expect((await readTable(streamed(['n', '1', '2']))).count).toBe(2);
  });

  it('makes it of any cells and cuts', async () => {
    const cell = fc.oneof(fc.integer().map(String), fc.string({ maxLength: 6 }), fc.constantFrom('', 'NA', 'yes', '"', '\n'));
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 30 }), async (given, length) => {
        const quoted = given.map((row) => row.map((one) => `"${one.replaceAll('\0', '').replaceAll('"', '""')}"`).join(','));
        const whole = `a,b\n${quoted.join('\n')}\n`;
        const options = { onWarning: () => {} };
        expect(await readTable(streamed(cut(whole, length)), options)).toEqual(table(whole, options));
      }),
      { numRuns: 200 },
    );
  });

  it('names the line of a fault, however it was cut (cases 402, 403 and 408)', async () => {
    const wrong = 'a,b\n1,"x\ny"\n2,3\n4,5,6\n';
    for (const length of [1, 4, 100]) {
      await expectRefusal(() => readTable(streamed(cut(wrong, length))), 'FormatError', 'readTable: line 5: expected 2 fields');
    }
    await expectRefusal(
      () => readTable(streamed(cut('a,b\n1,2\n3,\0\n', 4))),
      'FormatError',
      'line 3: expected text, got a NUL',
    );
    await expectRefusal(() => readTable(streamed(['a,b\n1,"2\n'])), 'FormatError', 'line 2: expected a closing quote');
    await expectRefusal(() => readTable(streamed([])), 'FormatError', 'line 1: expected a line or more');
  });

  it('refuses what is no stream of text (cases 407, 419 and 420)', async () => {
    await expectRefusal(
      () => readTable('a\n1' as never),
      'ArgumentError',
      "by table(text), and a file by readTable(createReadStream(path, 'utf8')).",
    );
    await expectRefusal(() => readTable([] as never), 'ArgumentError', 'readLines');
    await expectRefusal(() => readTable(undefined as never), 'ArgumentError', 'readTable: lines');
    await expectRefusal(() => readTable(streamed([Uint8Array.of(97)]) as never), 'ArgumentError', 'piece 1', "'utf8'");
    await expectRefusal(() => readTable(streamed([null]) as never), 'ArgumentError', 'piece 1: expected a text, got null');
    const mixed = [...Array.from({ length: 20 }, () => 'a'), 'b\nc'];
    await expectRefusal(() => readTable(streamed(mixed)), 'ArgumentError', 'piece 21: expected a line');
  });

  it('gives tables of some rows each, whose parts together are the whole', async () => {
    const rows = Array.from({ length: 25 }, (_, n) => ({ n, word: n < 20 ? 'a' : 'b', late: n === 24 ? 1 : null }));
    const whole = `n,word,late\n${rows.map(({ n, word, late }) => `${n},"${word}",${late ?? ''}`).join('\n')}`;
    for (const size of [1, 4, 25, 100]) {
      const read: unknown[] = [];
      const counts: number[] = [];
      for await (const part of readTables(streamed(cut(whole, 17)), { rows: size })) {
        read.push(...part);
        counts.push(part.count);
      }
      expect(read).toEqual(rows);
      expect(counts.slice(0, -1).every((count) => count === size)).toBe(true);
    }
    const preparation = prepare(table(rows), { target: 'n', onWarning: () => {} });
    const inputs: number[] = [];
    for await (const part of readTables(streamed(whole.split('\n')), { rows: 7 }))
      inputs.push(...preparation.apply(part).inputs);
    expect(inputs).toEqual([...preparation.apply(table(rows)).inputs]);
  });

  it('names lines of the whole text in the errors of a later table, and warns for the first alone', async () => {
    const warnings: string[] = [];
    const options = { rows: 3, onWarning: (message: string) => warnings.push(message) };
    const parts = readTables(streamed(['n\n1\n2\nx\n4\n5\ny\n', '7,8\n']), options);
    await parts.next();
    await parts.next();
    await expectRefusal(
      () => parts.next(),
      'FormatError',
      'readTables: line 8: expected 1 fields, as in the first line, got 2',
    );
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain("'x' in line 4");
    await expectRefusal(() => readTables(streamed([]), { rows: 0 }).next(), 'OutOfRangeError', 'readTables: rows');
    await expectRefusal(() => readTables(streamed([])).next(), 'FormatError', 'line 1: expected a line or more');
  });

  it('hands on the error of a stream (case 421)', async () => {
    const broken = async function* () {
      yield 'a\n1\n';
      throw new Error('the disk is gone');
    };
    await expect(readTable(broken())).rejects.toThrow('the disk is gone');
  });
});
