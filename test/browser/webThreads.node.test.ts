// What threads of a page say where there is no page, or one that allows none.
import { fit, Network } from 'glassbox-nn';
import { webThreads } from 'glassbox-nn/browser';
import { xor } from 'glassbox-nn/data';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { expectRefusal } from '../support/refusals.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A page as far as its globals tell. */
function stubPage(globals: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
}

/** A platform's workers, none of which is started. */
class NoWorker {
  constructor() {
    throw new Error('not to be started');
  }
}

describe('threads of a page', () => {
  it.each([
    ['in Node, which has no Worker', {}, 'this is no page; glassbox-nn/node has nodeThreads.'],
    ['in Deno and Bun, which have one', { Worker: NoWorker }, 'this is no page; glassbox-nn/node has nodeThreads.'],
    [
      'in a page that is not isolated, bundled with a process of its own',
      { Worker: NoWorker, crossOriginIsolated: false, document: {}, process: { ...process, versions: {} } },
      'this page is not cross-origin isolated, so that it can share no memory with threads.',
    ],
    ['in an engine that is none of these', { process: undefined }, 'this platform has no Worker.'],
  ])('say why there are none %s (case 307)', async (_, globals, missing) => {
    stubPage(globals);
    const threads = webThreads(2, { leastWork: 0 });
    expect(threads.missing).toBe(missing);
    const warnings: string[] = [];
    const history = await fit(new Network([2, 3, 1]), xor(), { threads, onWarning: (warning) => warnings.push(warning) });
    expect(history).toHaveLength(1);
    expect(warnings).toEqual([`threads: ${missing} It trains without them, to the same bits.`]);
  });

  it('miss nothing in an isolated page, also in one that has Node', () => {
    stubPage({ Worker: NoWorker, crossOriginIsolated: true });
    expect(webThreads(2).missing).toBeUndefined();
  });

  it('tell where one cannot be started how their script is hosted, and quote the reason with one full stop (case 308)', async () => {
    class Refused {
      constructor() {
        throw new TypeError("This document requires 'TrustedScriptURL' assignment.");
      }
    }
    stubPage({ Worker: Refused, crossOriginIsolated: true });
    const threads = webThreads(1, { leastWork: 0, url: '/threads.js' });
    const words = ["'TrustedScriptURL' assignment. Where the page's policy", 'webThreadsScript()', '{ url }'];
    await expectRefusal(() => fit(new Network([2, 3, 1]), xor(), { threads }), 'StateError', ...words);
  });

  it('take an address as text, URL or TrustedScriptURL, and nothing else', async () => {
    const trusted = { toJSON: () => '/threads.js', [Symbol.toStringTag]: 'TrustedScriptURL' };
    for (const url of ['/threads.js', new URL('https://example.org/threads.js'), trusted]) {
      expect(webThreads(1, { url }).count).toBe(1);
    }
    for (const url of [7, null, {}, new Date()]) {
      await expectRefusal(() => webThreads(1, { url: url as never }), 'ArgumentError', 'webThreads: url', 'a URL');
    }
  });
});
