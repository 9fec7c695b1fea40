// What every reader says of what programs hand over in place of a file's contents: its own name, what came, and how the contents are had.
import { evaluate, fit, Network, softmax } from 'glassbox-nn';
import { dataset, gunzip, parseCsv, parseIdx, parseNpy, parseNpz } from 'glassbox-nn/data';
import {
  checkpointIn,
  fromJson,
  fromOnnx,
  fromSafetensors,
  fromTensorFlow,
  parseSafetensors,
  toTensorFlow,
} from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { errorOf, expectRefusal } from './support/refusals.js';

const data = dataset({ inputs: [[1], [2]], labels: [0, 1] });
const checkpoint = (given: never) =>
  fit(new Network([1, 2], { output: softmax }), data, {
    epochs: 1,
    checkpoint: checkpointIn({ load: () => given, save: () => {} }),
  });

type Read = (given: never) => unknown;
const OF_BYTES: Readonly<Record<string, Read>> = {
  parseIdx,
  parseNpy,
  parseNpz,
  gunzip,
  fromSafetensors,
  parseSafetensors,
  fromOnnx,
  checkpoint,
};
const OF_TEXT: Readonly<Record<string, Read>> = { parseCsv, fromJson, fromTensorFlow };
const inFolder: Readonly<Record<string, Read>> = {
  fromTensorFlow: (given) => fromTensorFlow({ 'model.json': given }),
};

const bytesOf = (text: string) => new TextEncoder().encode(text);
/** An empty text, packed by gzip. */
const GZIP = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0);
const PAGES = [
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code></Error>',
  '<Error><Code>AccessDenied</Code></Error>',
  '<!-- cached --><html></html>',
  '\uFEFF \n\n\t<!doctype html>\n<html></html>',
];
const HTML = '<!DOCTYPE html>\n<html lang="en"><body class="a, b">not found</body></html>';

/** The message of a refusal, which begins with the name of the reader and is one of our errors. */
async function messageOf(name: string, read: Read, given: unknown): Promise<string> {
  const error = (await errorOf(() => read(given as never))) as Error & { readonly code?: string };
  expect(error.code).toMatch(/^(ARGUMENT|FORMAT|LIMIT)$/);
  expect(error.message).toMatch(new RegExp(`^${name}: `));
  return error.message;
}

const readers = [...Object.entries(OF_BYTES), ...Object.entries(OF_TEXT)];

describe.each(readers)('%s says of', (name, read) => {
  const isText = name in OF_TEXT;

  // What `load` of a checkpoint promises is waited for.
  it.skipIf(name === 'checkpoint')('a promise that it is to be awaited (case 267)', async () => {
    const message = await messageOf(name, read, Promise.resolve());
    expect(message).toContain('got a Promise. Wait for it with await.');
  });

  it('a response, a blob and a stream how their contents are had (case 267)', async () => {
    const call = isText ? '.text()' : '.arrayBuffer()';
    for (const [given, kind, remedy] of [
      [new Response('x'), 'Response', `await response${call}`],
      [new Blob(['x']), 'Blob', `await blob${call}`],
      [new Response('x').body, 'ReadableStream', `await new Response(stream)${call}`],
      [new URL('https://example.org/a'), 'URL', `await (await fetch(url))${call}`],
    ] as const) {
      const message = await messageOf(name, read, given);
      expect(message).toContain(`got a ${kind}. Give `);
      expect(message).toContain(remedy);
    }
  });

  it('a name and an address that what lies there is wanted (case 267)', async () => {
    for (const path of ['./models/net.onnx', '/home/ann/data.csv', 'C:\\my data\\train.idx']) {
      const message = await messageOf(name, read, path);
      expect(message).toContain('got the name ');
      expect(message).toContain(isText ? "readFileSync(name, 'utf8') of node:fs" : 'readFileSync(name) of node:fs');
    }
    const message = await messageOf(name, read, 'https://example.org/net.onnx');
    expect(message).toContain("got the address 'https://example.org/net.onnx'. Give what lies there");
    expect(message).toContain(isText ? '(await fetch(address)).text()' : '(await fetch(address)).arrayBuffer()');
  });

  it('pages of HTML and XML that they are such, however they begin, as a text and as bytes (case 268)', async () => {
    for (const page of PAGES) {
      for (const given of isText ? [page, bytesOf(page), bytesOf(page).buffer] : [bytesOf(page)]) {
        const message = await messageOf(name, read, given);
        expect(message).toMatch(/got (a web page, '|a text that begins ')</);
        expect(message).toContain('It is a page of HTML or XML, and not the file');
      }
    }
  });

  it.skipIf(name === 'gunzip')('a file that is packed by gzip that it is to be unpacked (case 268)', async () => {
    const message = await messageOf(name, read, GZIP);
    expect(message).toContain('got a gzip file. Unpack it first: await gunzip(bytes) of glassbox-nn/data.');
  });

  it('null, undefined and objects what to do (case 267)', async () => {
    // An object is what fromTensorFlow takes, and a place without a checkpoint gives nothing.
    if (name === 'fromTensorFlow') return;
    for (const given of [null, undefined, {}, [1]]) {
      if (name === 'checkpoint' && (given === undefined || given === null)) continue;
      expect(await messageOf(name, read, given)).toMatch(/, got (null|undefined|an object|an array of 1)\. \w+ .+[.?]$/);
    }
  });

  it('a web page that it is one, and of nothing that it is empty (case 268)', async () => {
    const ofHtml = await messageOf(name, read, isText ? HTML : bytesOf(HTML));
    expect(ofHtml).toMatch(/web page|page of HTML/);
    const ofNothing = await messageOf(name, read, isText ? '' : new Uint8Array(0));
    expect(ofNothing).toMatch(/got (nothing|no bytes|0|an empty text|a text that is empty)\b/);
  });

  it('bytes that they are to be decoded, and of a text that bytes are wanted (case 267)', async () => {
    const message = await messageOf(name, read, isText ? bytesOf('a,b\n1,2') : 'a text\nof two lines');
    expect(message).toContain(
      isText
        ? 'got bytes in a Uint8Array. Decode them: new TextDecoder().decode(bytes).'
        : 'Give the contents of the file, not its name or text.',
    );
    if (isText) expect(await messageOf(name, read, new ArrayBuffer(2))).toMatch(/bytes in an? ArrayBuffer/);
  });

  it('anything else what it is (case 267)', async () => {
    for (const [given, got] of [
      [7, '7'],
      [true, 'true'],
      [Symbol('s'), 'a symbol'],
      [() => '', 'a function'],
    ] as const) {
      expect(await messageOf(name, read, given)).toContain(`got ${got}`);
    }
  });
});

describe.each(Object.entries(inFolder))('of what stands for a file of a folder, %s says', (name, read) => {
  it('the same (cases 267 and 268)', async () => {
    expect(await messageOf(name, read, Promise.resolve(''))).toContain('got a Promise. Wait for it with await.');
    expect(await messageOf(name, read, './model.json')).toContain("got the name './model.json'");
    expect(await messageOf(name, read, HTML)).toContain('It is a page of HTML');
    expect(await messageOf(name, read, bytesOf(HTML))).toContain('It is a page of HTML');
    expect(await messageOf(name, read, GZIP)).toContain('got a gzip file. Unpack it first');
    expect(await messageOf(name, read, undefined)).toContain("files['model.json']: expected the bytes");
    expect(await messageOf(name, read, undefined)).toContain('got undefined. Has the file been written');
    expect(await messageOf(name, read, '')).toContain('got a text that is empty');
    expect(await messageOf(name, read, new Uint8Array(0))).toContain('got a text that is empty');
  });
});

it('a folder of a model with nothing under a name is reported by this name (case 267)', () => {
  const files = toTensorFlow(new Network([2, 1]));
  const given = { 'model.json': files['model.json'], 'group1-shard1of1.bin': undefined } as never;
  expect(() => fromTensorFlow(given)).toThrow(
    /files\['group1-shard1of1.bin'\]: expected the bytes.* got undefined. Has the file/,
  );
});

it('a safetensors file whose length looks like gzip is read (case 268)', () => {
  const length = 0x088b1f;
  const file = new Uint8Array(8 + length).fill(0x20);
  file.set([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0x7b, 0x7d]);
  expect(parseSafetensors(file).tensors.size).toBe(0);
});

it('columns in angle brackets are no web page', () => {
  expect(parseCsv('<DATE>,<OPEN>\n1,2').columnNames).toEqual(['<DATE>', '<OPEN>']);
});

it('a column without a name is reported by its place', () => {
  expect(() => parseCsv('a,\n1,x')).toThrow('line 2, column 1 (counted from 0): expected a number');
});

describe('a copy of a data set, which lacks its functions', () => {
  const copy = structuredClone(data);
  const arrays = '{ inputs, width, scale, labels, classes: classNames, columnNames, sampleWeights, targetNames }';

  it('is reported as one, with the arrays to make another of', async () => {
    await expectRefusal(() => evaluate(new Network([1, 2]), copy), 'ArgumentError', 'A copy has no functions. Make it anew');
    await expectRefusal(() => dataset(copy as never), 'ArgumentError', "'count'", 'Of a copy of a data set give', arrays);
  });

  it('becomes a data set again by what is said', () => {
    const { inputs, width, scale, labels, classNames, columnNames } = copy;
    const again = dataset({ inputs, width, scale, labels, classes: classNames, columnNames });
    expect({ ...again }).toEqual({ ...data });
  });
});

it('a table of one line that looks like a name is read as a table', () => {
  expect(parseCsv('1,2.5', { header: false }).inputs).toEqual(Float32Array.of(1, 2.5));
  expect(parseCsv('0.5').inputs).toEqual(Float32Array.of(0.5));
  expect(parseCsv('length.cm\n2').inputs).toEqual(Float32Array.of(2));
});
