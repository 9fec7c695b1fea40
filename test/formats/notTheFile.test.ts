// What programs hand over in place of a file's contents: a name, a page of HTML, a promise. Each reader says what it got, and what to do.
import { classifier, Network } from 'glassbox-nn';
import { dataset, gunzip, parseNpy, parseNpz, standardize } from 'glassbox-nn/data';
import {
  fromJson,
  fromOnnx,
  fromSafetensors,
  fromTensorFlow,
  parseSafetensors,
  toJson,
  toTensorFlow,
} from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { errorOf, expectRefusal } from '../support/refusals.js';

const text = toJson(new Network([2, 1]));
const bytesOf = (words: string) => new TextEncoder().encode(words);
/** What Node reads files as; a page has none. */
const nodeBuffers = typeof Buffer === 'undefined' ? [] : [Buffer.from(text)];
const HTML = '<!DOCTYPE html>\n<html><head><title>404</title></head></html>';

/** The message of what fromJson throws; every one begins with its name, and its path is that of the file. */
async function messageOf(given: unknown, options?: object): Promise<string> {
  const error = (await errorOf(() => fromJson(given as string, options as never))) as Error;
  expect(error).toMatchObject({ name: 'FormatError', code: 'FORMAT', path: expect.stringMatching(/^\$/) });
  expect(error.message).toMatch(/^fromJson: \$/);
  return error.message;
}

describe('in place of the text that toJson wrote, fromJson says of', () => {
  it('bytes that they are to be decoded', async () => {
    for (const bytes of [bytesOf(text), ...nodeBuffers, bytesOf(text).buffer, new DataView(bytesOf(text).buffer)]) {
      const message = await messageOf(bytes);
      expect(message).toMatch(/got bytes in an? /);
      expect(message).toContain('Decode them: new TextDecoder().decode(bytes).');
    }
  });

  it('a promise, a response and a file that they are to be awaited', async () => {
    expect(await messageOf(Promise.resolve(text))).toBe(
      'fromJson: $: expected the text that toJson wrote, got a Promise. Wait for it with await.',
    );
    expect(await messageOf(new Response(text))).toContain('got a Response. Give its contents: await response.text().');
    expect(await messageOf(new Blob([text]))).toContain('got a Blob. Give its contents: await blob.text().');
    expect(await messageOf(new Response(text).body)).toContain('got a ReadableStream.');
  });

  it('a name and an address that what lies there is wanted', async () => {
    for (const name of ['net.json', './models/net.json', 'C:\\models\\my net.json', '/home/ann/digits.txt']) {
      expect(await messageOf(name)).toContain(`got the name '${name}'. Give what is in the file: readFileSync(name, 'utf8')`);
    }
    expect(await messageOf('https://example.org/net.json')).toContain("got the address 'https://example.org/net.json'. Give");
    expect(await messageOf(new URL('https://example.org/net.json'))).toContain('got a URL. Give what lies there');
  });

  it('a page of HTML, nothing, and other text what they are', async () => {
    expect(await messageOf(HTML)).toContain("got a text that begins '<!DOCTYPE html>");
    expect(await messageOf(HTML)).toContain('response.ok');
    for (const blank of ['', ' \n', '\uFEFF']) expect(await messageOf(blank)).toContain('got a text that is empty.');
    expect(await messageOf('PK\u0003\u0004 and so on')).toContain("got a text that begins 'PK");
    expect(await messageOf(text.slice(0, -20))).toContain('Was the file cut off?');
  });

  it('a text that was stringified twice how it is read, and of a parsed one that the text is wanted', async () => {
    expect(await messageOf(JSON.stringify(text))).toContain(
      'got a text in quotes, which was made JSON twice. What toJson returns is JSON already',
    );
    expect(fromJson(JSON.parse(JSON.stringify(text))).sizes).toEqual([2, 1]);
    expect(await messageOf(JSON.parse(text))).toContain('of an imported .json file, JSON.stringify(file)');
    expect(fromJson(JSON.stringify(JSON.parse(text))).sizes).toEqual([2, 1]);
  });

  it("another program's file which function reads it", async () => {
    expect(await messageOf(toTensorFlow(new Network([2, 1]))['model.json'])).toContain('read it with fromTensorFlow(');
  });

  it('a fault inside of a classifier its path, in a file of any format', async () => {
    const saved = toJson(classifier(new Network([2, 2]), { classNames: ['a', 'b'] }));
    expect(await messageOf(saved.replace('"a",', ''), { kind: 'classifier' })).toContain('$.classNames');
    const files = toTensorFlow(classifier(new Network([2, 2]), { classNames: ['a', 'b'] }));
    const spoilt = { ...files, 'model.json': files['model.json'].replace('[\\"a\\",\\"b\\"]', '[\\"a\\",\\"a\\"]') };
    const error = await errorOf(() => fromTensorFlow(spoilt, { kind: 'classifier' }));
    expect(error).toMatchObject({ path: '$.userDefinedMetadata.glassbox-nn.classNames[1]' });
    expect((error as Error).message).toMatch(/^fromTensorFlow: \$\.userDefinedMetadata/);
  });
});

describe('JSON.stringify', () => {
  const data = dataset({ inputs: [[1], [3]], labels: [0, 1], columnNames: ['length'] });
  const scaling = standardize(data);
  const network = new Network([1, 2]);
  const model = classifier(network, { scaling });

  it.each([
    ['network', network, 'toJson(network)'],
    ['layer', network.layers[0], 'toJson(network)'],
    ['neuron', network.layers[0].neuron(0), 'toJson(network)'],
    ['classifier', model, 'toJson(classifier)'],
    ['scaling', scaling, 'toJson(scaling)'],
    ['dataset', data, 'dataset.inputs'],
  ])('writes a note in place of a %s, which fromJson knows', async (kind, object, saving) => {
    const text = JSON.stringify(object);
    expect(JSON.parse(text)).toMatchObject({ kind, note: expect.stringContaining(saving) });
    expect(text.length).toBeLessThan(250);
    expect(await messageOf(text)).toBe(
      `fromJson: $: expected the text that toJson wrote, got what JSON.stringify writes of a '${kind}'. It holds no numbers: save again, with toJson of glassbox-nn/formats.`,
    );
    expect(Object.keys(object)).not.toContain('toJSON');
  });

  it('says which network it was, and leaves the rest of a text as it is', () => {
    expect(JSON.parse(JSON.stringify({ epoch: 3, network }))).toMatchObject({ epoch: 3, network: { text: String(network) } });
  });

  it('of the first release wrote weights that nothing reads, which fromJson says', async () => {
    const plain = JSON.stringify({ layers: [{ inputs: 1, outputs: 1, weights: { 0: 0.5 } }], sizes: [1, 1] });
    expect(await messageOf(plain)).toContain(
      'JSON.stringify of a network or classifier cannot be read back: save it with toJson',
    );
  });
});

describe('in place of the bytes of a file', () => {
  const readers: readonly (readonly [name: string, read: (given: never) => unknown])[] = [
    ['fromOnnx', fromOnnx],
    ['fromSafetensors', fromSafetensors],
    ['parseSafetensors', parseSafetensors],
    ['parseNpy', parseNpy],
    ['parseNpz', parseNpz],
    ['gunzip', gunzip],
  ];

  it.each(readers)('%s says of a web page that it is one', async (name, read) => {
    for (const page of [HTML, '\uFEFF\n<HTML lang="en">']) {
      await expectRefusal(() => read(bytesOf(page) as never), 'FormatError', `${name}: bytes`, 'got a web page', 'response.ok');
    }
  });

  it.each(readers)('%s says of a promise, a response and an address how the bytes are had', async (_name, read) => {
    await expectRefusal(() => read(Promise.resolve() as never), 'ArgumentError', 'got a Promise. Wait for it with await.');
    await expectRefusal(() => read(new Response('') as never), 'ArgumentError', 'await response.arrayBuffer()');
    await expectRefusal(() => read(new URL('file:///net.onnx') as never), 'ArgumentError', 'await readFile(url)');
  });
});

describe("in place of a model's folder, fromTensorFlow says of", () => {
  const files = toTensorFlow(new Network([2, 1]));
  const SHARD = 'group1-shard1of1.bin';

  it('other names which names were given', async () => {
    const { 'model.json': model, [SHARD]: bytes } = files;
    const renamed = { 'net.json': model, [SHARD]: bytes };
    await expectRefusal(() => fromTensorFlow(renamed), 'ArgumentError', `got 'net.json', '${SHARD}'.`);
    const inFolder = { 'model.json': model, [`net/${SHARD}`]: bytes };
    await expectRefusal(
      () => fromTensorFlow(inFolder),
      'FormatError',
      `'${SHARD}' beside`,
      `got 'model.json', 'net/${SHARD}'.`,
    );
    await expectRefusal(() => fromTensorFlow({}), 'ArgumentError', 'got none.');
  });

  it('a web page in a place of a file that it is one', async () => {
    const page = { ...files, 'model.json': HTML };
    await expectRefusal(
      () => fromTensorFlow(page),
      'FormatError',
      'fromTensorFlow: model.json',
      "begins '<!DOCTYPE",
      'response.ok',
    );
    const weights = { ...files, [SHARD]: bytesOf(HTML) };
    await expectRefusal(() => fromTensorFlow(weights), 'FormatError', `files['${SHARD}']`, 'got a web page');
  });

  it('a promise that it is to be awaited', async () => {
    await expectRefusal(() => fromTensorFlow(Promise.resolve(files) as never), 'ArgumentError', 'got a Promise');
    const late = { ...files, [SHARD]: Promise.resolve(files[SHARD]) };
    await expectRefusal(() => fromTensorFlow(late as never), 'ArgumentError', SHARD, 'got a Promise');
  });
});
