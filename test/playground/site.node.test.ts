// The playground as it is published: its size, and what its service worker keeps.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { filesIn, workerFor } from '../../playground/offline/precache.js';

const LIMIT = 300_000;
const { folder } = inject('site');
const changed = mkdtempSync(join(tmpdir(), 'playground-'));
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');

afterAll(() => rmSync(changed, { recursive: true }));

describe('the built playground', () => {
  it('loads at most 300 kB, gzipped, with its worker but without its digits', () => {
    const first = filesIn(folder).filter((file) => !/^digits\/|sampleDigits/.test(file));
    expect(first.filter((file) => file.endsWith('.js')).length).toBeGreaterThanOrEqual(2);
    const size = first.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
    expect(size).toBeGreaterThan(50_000);
    expect(size).toBeLessThanOrEqual(LIMIT);
  });

  it('keeps every file for offline, the digits too', () => {
    const [, version] = /^const VERSION = '([0-9a-f]{16})';\n/.exec(textOf('service-worker.js')) ?? [];
    expect(version).toBeDefined();
    const [, list = '[]'] = /^const FILES = (.*);$/m.exec(textOf('service-worker.js')) ?? [];
    expect(JSON.parse(list)).toEqual(['./', ...filesIn(folder)]);
    expect(list).toContain('digits/images.bin');
    expect(list).toContain('manifest.webmanifest');
  });

  it('names only files of its own, so that it works in any folder', () => {
    const addresses = [...textOf('index.html').matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address as string);
    expect(addresses.length).toBeGreaterThanOrEqual(4);
    for (const address of addresses) expect(filesIn(folder)).toContain(address.replace(/^\.\//, ''));
  });

  it('has a worker of another version when a file has changed, and only then', () => {
    const before = workerFor(folder);
    expect(workerFor(folder)).toBe(before);
    cpSync(folder, changed, { recursive: true });
    expect(workerFor(changed)).toBe(before);
    appendFileSync(join(changed, 'icon.svg'), ' ');
    expect(workerFor(changed)).not.toBe(before);
  });
});
