// Threads of a page: each a worker that runs a few lines of text, by a URL of its own or a hosted one.
import type { PoolWorker, StartWorker } from '../engine/threads/pool.js';
import type { Threads } from '../engine/threads/Threads.js';
import { THREAD_SCRIPT } from '../engine/threads/threadScript.js';
import { type ThreadsOptions, threadsOf } from '../engine/threads/threadsOf.js';
import { ArgumentError } from '../support/errors.js';
import { readOptions } from '../support/options.js';
import { describe, wording } from '../support/wording.js';
import { page } from './page.js';

/** Options of {@link webThreads}. */
export interface WebThreadsOptions extends ThreadsOptions {
  /**
   * Where the text of {@link webThreadsScript} is hosted, for pages whose Content-Security-Policy forbids workers from `blob:` URLs; on the
   * page's own origin. Without it nothing has to be hosted. A text or a `URL`; where the page asks for
   * Trusted Types, a `TrustedScriptURL`.
   */
  readonly url?:
    | string
    | {
        /** The address, as text. */
        toJSON(): string;
      }
    | undefined;
}

/** The remedy where a policy of the page forbids the script of its threads. */
const HOST_IT =
  "Where the page's policy allows no worker from a blob: URL, host the text of webThreadsScript() and name it: webThreads(2, { url }). Where it asks for Trusted Types, url is a TrustedScriptURL.";

/**
 * What each thread of {@link webThreads} runs, as the text of a classic script. A page whose Content-Security-Policy forbids
 * workers from `blob:` URLs hosts it in a file of its own, served with the header `Cross-Origin-Embedder-Policy: require-corp`,
 * and names that file by the option `url`. It belongs to the version of the library that it came with.
 *
 * @returns The text.
 *
 * @example
 * ```ts
 * import { webThreadsScript } from 'glassbox-nn/browser';
 * import { tmpdir } from 'node:os';
 * import { writeFileSync } from 'node:fs';
 *
 * writeFileSync(`${tmpdir()}/glassbox-threads.js`, webThreadsScript()); // in a build script, beside the page's other files
 * ```
 */
export function webThreadsScript(): string {
  return `const tell = (job) => postMessage(job);\n${THREAD_SCRIPT}onmessage = ({ data }) => hear(data);\n`;
}

/**
 * Threads for {@link fit}, {@link evaluateAsync} and a predictor's `forwardBatchAsync` in a page, or in a worker of one. Each starts when it is needed; then they
 * stay, and serve all calls that get this value, until `end()` or until the page goes.
 *
 * Threads share memory, which browsers allow to pages that are cross-origin isolated alone: those that are served with the headers
 * `Cross-Origin-Opener-Policy: same-origin` and `Cross-Origin-Embedder-Policy: require-corp`. In any other page there are none:
 * `missing` says so, `fit` warns of it, and everything is done as without threads, to the same bits.
 *
 * @param count - How many, from 1 to 64; `navigator.hardwareConcurrency` says what the machine has. With 1, all work leaves the
 * thread of the page.
 * @param options - The least work for which they are used, and where their script is hosted, if it is.
 * @returns The threads.
 * @throws {@link ArgumentError} or {@link OutOfRangeError} for a count or an option that cannot be.
 *
 * @example
 * ```ts
 * import { webThreads } from 'glassbox-nn/browser';
 *
 * const threads = webThreads(2);
 * threads.count; // => 2
 * threads.missing; // => 'this is no page; glassbox-nn/node has nodeThreads.'
 * ```
 */
export function webThreads(count: number, options?: WebThreadsOptions): Threads {
  const { url, leastWork } = readOptions('webThreads options', options, ['leastWork', 'url']);
  if (url !== undefined && !isUrl(url)) {
    throw new ArgumentError(wording('webThreads: url', 'a URL', describe(url), 'Host what webThreadsScript() returns there.'));
  }
  return threadsOf('webThreads', count, { leastWork }, startWorker(url), missing(), HOST_IT);
}

function isUrl(url: unknown): boolean {
  return (
    typeof url === 'string' ||
    (typeof url === 'object' && url !== null && 'href' in url && typeof url.href === 'string') ||
    Object.prototype.toString.call(url) === '[object TrustedScriptURL]'
  );
}

/** Why this page can have no threads, if it cannot. */
function missing(): string | undefined {
  const { Worker, crossOriginIsolated, document, process } = page();
  if (Worker !== undefined && crossOriginIsolated) return undefined;
  if (document === undefined && process?.versions?.node !== undefined) {
    return 'this is no page; glassbox-nn/node has nodeThreads.';
  }
  if (Worker === undefined) return 'this platform has no Worker.';
  return 'this page is not cross-origin isolated, so that it can share no memory with threads.';
}

function startWorker(url: WebThreadsOptions['url']): StartWorker {
  return (done, died): PoolWorker => {
    // `missing` was asked before.
    const { Worker } = page();
    const own = url ?? URL.createObjectURL(new Blob([webThreadsScript()], { type: 'text/javascript' }));
    const worker = new (Worker as NonNullable<typeof Worker>)(own, { name: 'glassbox-nn' });
    const forget = () => url === undefined && URL.revokeObjectURL(`${own}`);
    worker.onmessage = ({ data }) => {
      forget();
      done(data);
    };
    worker.onerror = ({ message }) => {
      if (message === undefined) died('one that failed: its script cannot be loaded here', HOST_IT);
      else died(`one that failed: ${message}`);
    };
    worker.onmessageerror = () => died('one that could not read what it was sent');
    return {
      post: (message) => worker.postMessage(message),
      busy: () => {},
      end() {
        forget();
        worker.onmessage = null;
        worker.onerror = null;
        worker.terminate();
      },
    };
  };
}
