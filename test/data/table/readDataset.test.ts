// Data sets of CSV texts that are read twice, a part at a time.
import { prepare, readDataset, table } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../../support/refusals.js';

/** Opens a text as a stream of lines. */
const opening = (text: string) =>
  async function* open() {
    yield* text.trimEnd().split('\n');
  };

const houses = `rooms,code,garden,price,kind
3,007,yes,300,house
,10,no,200,flat
5,11,yes,500,house
4,10,no,250,flat
2,11,,100,flat
`;
const kinds = { code: 'word' } as const;

describe('readDataset', () => {
  it.each([1, 2, 3, 5, 100])('makes what the preparation makes of the whole table, of parts of %d rows', async (rows) => {
    const whole = table(houses, { kinds });
    for (const target of ['price', 'kind', ['price', 'rooms2']] as const) {
      const text = houses.replaceAll('\n', ',1\n').replace('kind,1', 'kind,rooms2');
      const all = table(text, { kinds });
      const preparation = prepare(all, { target: target as string, onWarning: () => {} });
      expect(await readDataset(opening(text), preparation, { rows, onWarning: () => {} })).toEqual(preparation.apply(all));
    }
    expect(whole.count).toBe(5);
  });

  it('reads columns as the kinds that were learnt, where a part alone does not show them', async () => {
    const versions = 'version,size\n1.0,3\n1.10,4\nb,5\n';
    const preparation = prepare(table(versions, { kinds: { version: 'word' } }), { target: 'size' });
    const later = 'version,size\n1.10,3\n1.0,4\n';
    const data = await readDataset(opening(later), preparation, { rows: 1 });
    expect([...data.inputs]).toEqual([0, 1, 0, 1, 0, 0]);
    const asNumbers = { kinds: { version: 'number' } } as const;
    await expectRefusal(() => readDataset(opening(later), preparation, asNumbers), 'ArgumentError', "got '1.1'");
  });

  it('opens the text twice, and no more', async () => {
    const preparation = prepare(table(houses), { target: 'price', onWarning: () => {} });
    let opened = 0;
    await readDataset(() => {
      opened += 1;
      return opening(houses)();
    }, preparation);
    expect(opened).toBe(2);
  });

  it('warns of a text once, and not for each reading or part', async () => {
    const warnings: string[] = [];
    const text = 'x,note,y\n1,1,1\n2,2,2\n3,3,3\n4,few,4\n5,5,5\n6,6,6\n7,7,7\n8,many,8\n';
    const preparation = prepare(table(text, { onWarning: () => {} }), {
      target: 'y',
      columns: { note: 'drop' },
      onWarning: () => {},
    });
    await readDataset(opening(text), preparation, { rows: 4, onWarning: (one) => warnings.push(one) });
    expect(warnings).toEqual([expect.stringContaining("'few' in line 5")]);
  });

  it('refuses other rows at the second reading, what opens nothing, and what is no preparation (cases 469 and 470)', async () => {
    const preparation = prepare(table('x,y\n1,1\n2,2\n'), { target: 'y' });
    for (const [first, second, got] of [
      ['x,y\n1,1\n2,2\n', 'x,y\n1,1\n', 'got 1'],
      ['x,y\n1,1\n', 'x,y\n1,1\n2,2\n', 'got more'],
    ] as const) {
      const texts = [first, second];
      const open = () => opening(texts.shift() ?? '')();
      await expectRefusal(() => readDataset(open, preparation), 'StateError', 'the first reading', got);
    }
    await expectRefusal(() => readDataset(opening('x,y\n1,1\n')() as never, preparation), 'ArgumentError', 'readDataset: open');
    await expectRefusal(() => readDataset((() => 'x,y\n1,1\n') as never, preparation), 'ArgumentError', 'lines');
    await expectRefusal(() => readDataset(opening('x\n1\n'), {} as never), 'ArgumentError', 'readDataset: preparation');
    await expectRefusal(() => readDataset(opening('x\n1\n'), undefined as never), 'ArgumentError', 'readDataset: preparation');
  });

  it('names the part of a cell that is refused, and its row there (case 471)', async () => {
    const preparation = prepare(table('x,y\na,1\nb,2\n'), { target: 'y' });
    const text = 'x,y\na,1\nb,2\na,1\nc,2\n';
    await expectRefusal(
      () => readDataset(opening(text), preparation, { rows: 2 }),
      'ArgumentError',
      'in the part from row 2 on: preparation.apply: table.row(1)',
      "'c'",
    );
    await expectRefusal(() => readDataset(opening('x,y\n'), preparation), 'FormatError', 'a header alone');
    await expectRefusal(() => readDataset(opening('z,y\na,1\n'), preparation), 'ArgumentError', "'z'");
  });
});
