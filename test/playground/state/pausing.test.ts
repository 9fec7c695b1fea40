// That a training which was asked to pause is said to rest when it does, with a worker that is a test.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readParameters } from '../../../playground/src/model/parameters';
import { shown } from '../../../playground/src/state/network';
import { over } from '../../../playground/src/state/training/beginning';
import { pause, run } from '../../../playground/src/state/training/orders';
import { failure, progress, running } from '../../../playground/src/state/training/signals';
import type { FromTrainer, Progress, Report, ToTrainer } from '../../../playground/src/training/messages';

const posted: ToTrainer[] = [];
let line: { onmessage?: (event: { readonly data: FromTrainer }) => void } = {};

/** Reports as a worker that has heard the orders up to the last of a kind. */
function say(report: Report, after: ToTrainer['kind']): void {
  const { number, sent } = posted.filter(({ kind }) => kind === after).at(-1) as ToTrainer;
  line.onmessage?.({ data: { number, heard: sent, ...report } });
}

function tell(step: number, training: boolean, after: ToTrainer['kind']): void {
  const parameters = readParameters(shown.peek().network);
  const news = { parameters, step, epoch: 1, curve: [], stepsASecond: 500, running: training, turned: 0 } satisfies Progress;
  say({ kind: 'progress', progress: news }, after);
}

const seen = () => [progress.value?.step, progress.value?.running, running.value];

beforeAll(() => {
  vi.stubGlobal('document', { baseURI: 'http://localhost/' });
  vi.stubGlobal('requestAnimationFrame', () => {});
  vi.stubGlobal(
    'Worker',
    class {
      constructor() {
        line = this as typeof line;
      }
      postMessage(message: ToTrainer) {
        posted.push(message);
      }
    },
  );
});

afterAll(() => {
  over();
  vi.unstubAllGlobals();
});

describe('a training that is asked to pause', () => {
  it('rests when its worker says so: what it reported before is still of one that trains', () => {
    run('on');
    tell(10, true, 'run');
    expect(seen()).toEqual([10, true, true]);
    pause();
    expect(seen()).toEqual([10, true, false]);
    // The worker has not heard of the order: more steps may follow this one.
    tell(20, true, 'run');
    expect(seen()).toEqual([20, true, false]);
    tell(23, false, 'pause');
    expect(seen()).toEqual([23, false, false]);
  });

  it('rests where it fails', () => {
    run('on');
    tell(30, true, 'run');
    say({ kind: 'failed', message: 'out of order' }, 'run');
    expect([...seen(), failure.value]).toEqual([30, false, false, 'out of order']);
  });
});
