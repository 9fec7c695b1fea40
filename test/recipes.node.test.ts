// The recipe of a server, really asked over HTTP: what its page shows, pictures, and whatever else people send.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleDigits } from 'glassbox-nn/sample-digits';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/recipes.md'), 'utf8');

let address = '';
let stop: () => void = () => {};

beforeAll(async () => {
  const server = spawn(process.execPath, ['--import', 'tsx', 'examples/recipes/server.ts'], {
    cwd: root,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  stop = () => server.kill();
  for await (const text of server.stdout) {
    address = /http:\S+/.exec(String(text))?.[0] ?? '';
    if (address !== '') break;
  }
});

afterAll(() => stop());

async function ask(body: string): Promise<{ status: number; text: string }> {
  const response = await fetch(address, { method: 'POST', body });
  return { status: response.status, text: await response.text() };
}

describe('the server', () => {
  const asked = Array.from(page.matchAll(/^\$ curl localhost:8080 -d '(.*)'\n(.*\n)/gm), ([, body, answer]) => ({
    body,
    answer,
  }));

  it('answers as its page says', async () => {
    expect(asked).toHaveLength(3);
    // The words that JSON.parse has for a fault are those of each Node.
    const known = (text = '') => text.replace(/(expected JSON: ).*/, '$1');
    for (const { body, answer } of asked) expect(known((await ask(body as string)).text)).toBe(known(answer));
  });

  it('reads 784 numbers, pictures, and nothing', async () => {
    const { input, label } = sampleDigits().test.example(3);
    const data = Array.from(input);
    for (const body of [data, { data, width: 28, height: 28 }, { data: data.map((ink) => 1 - ink), width: 28, height: 28 }]) {
      const { status, text } = await ask(JSON.stringify(body));
      expect(status).toBe(200);
      expect(JSON.parse(text).digit).toBe(label);
    }
    expect(await ask('[]')).toEqual({ status: 200, text: '{"digit":null,"confidence":0}\n' });
  });

  it.each([
    ['nothing', '', 'expected JSON'],
    ['half of an object', '{', 'expected JSON'],
    ['null', 'null', 'expected a picture'],
    ['three numbers', '[1, 2, 3]', 'expected 784 numbers, got 3'],
    ['bytes', JSON.stringify(Array(784).fill(255)), 'Divide bytes by 255'],
    ['text in place of numbers', JSON.stringify([0, ...Array(783).fill('1')]), 'expected a number'],
    ['a length alone', '{"length": 784}', 'expected a number'],
    ['a picture of too few pixels', '{"data": [0, 1], "width": 2, "height": 2}', '1, 2, 3 or 4 numbers'],
    ['a large picture of nothing', '{"data": {"length": 67108864}, "width": 8192, "height": 8192}', 'expected a number'],
    ['a picture beyond all bounds', '{"data": [], "width": 1e9, "height": 1e9}', 'at most'],
    ['strokes without points', '[[null]]', 'expected a point'],
  ])('refuses %s with 400 and says why', async (_, body, words) => {
    const { status, text } = await ask(body);
    expect(status).toBe(400);
    expect(JSON.parse(text).error).toContain(words);
  });

  it('refuses what is too long, and what is no POST, and goes on', async () => {
    expect((await ask('1'.repeat(3_000_000))).status).toBe(413);
    expect((await fetch(address)).status).toBe(405);
    expect((await ask('[]')).status).toBe(200);
  });
});
