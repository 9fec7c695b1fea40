// What the page of isolated.node.test.ts runs: the shared works by threads, and what came of each.
import { evaluateAsync, fit, train } from 'glassbox-nn';
import { type WebThreadsOptions, webThreads } from 'glassbox-nn/browser';
import { SHARED_WORKS } from '../engine/threads/works.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';

/** What a page is asked to do. */
export interface PageTask {
  readonly counts: readonly number[];
  readonly options?: WebThreadsOptions;
  /** The address of the threads' script, to be made a trusted one by a policy of the page. */
  readonly trusted?: string;
  /** The names of the works; all if left out. */
  readonly names?: readonly string[];
}

/** What came of it. */
export interface PageResult {
  readonly isolated: boolean;
  readonly missing: string | undefined;
  readonly warnings: readonly string[];
  /** For each work, its name and the hashes: without threads, and with each count. */
  readonly hashes: readonly (readonly [string, ...string[]])[];
  /** Whether evaluations came to the same with every count. */
  readonly lossesAgree: boolean;
}

/** Trains and evaluates by every number of threads. */
export async function runPage({ counts, options, trusted, names }: PageTask): Promise<PageResult> {
  const hosted = trusted !== undefined && { url: trust(trusted) };
  const teams = counts.map((count) => webThreads(count, { leastWork: 0, ...options, ...hosted }));
  const warnings: string[] = [];
  const onWarning = (warning: string) => warnings.push(warning);
  const hashes: [string, ...string[]][] = [];
  let lossesAgree = true;
  for (const { name, network, data, options } of SHARED_WORKS) {
    if (names !== undefined && !names.includes(name)) continue;
    const alone = network();
    train(alone, data, options);
    const row: [string, ...string[]] = [name, hashOfNetwork(alone)];
    const { loss } = await evaluateAsync(alone, data);
    for (const threads of teams) {
      const shared = network();
      await fit(shared, data, { ...options, threads, onWarning });
      row.push(hashOfNetwork(shared));
      lossesAgree &&= (await evaluateAsync(shared, data, { threads })).loss === loss;
    }
    hashes.push(row);
  }
  for (const threads of teams) threads.end();
  const { crossOriginIsolated: isolated } = globalThis as { crossOriginIsolated?: boolean };
  return { isolated: isolated === true, missing: teams[0]?.missing, warnings, hashes, lossesAgree };
}

/** A page's maker of policies, which the types of Node do not know. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): { toJSON(): string } };
}

function trust(url: string): { toJSON(): string } {
  const { trustedTypes } = globalThis as unknown as { trustedTypes: TrustedTypes };
  return trustedTypes.createPolicy('threads', { createScriptURL: (given) => given }).createScriptURL(url);
}
