// A turn of the event loop, where messages are those of Node or of a page, and where there are none.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { giveWay } from '../../src/support/giveWay.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What was done with a port. */
interface Seen {
  readonly closed: number;
  readonly heard: 'on' | 'onmessage' | undefined;
}

/** A channel that notes how it is listened to. */
function channelThat(post: (deliver: () => void) => void, asInNode: boolean): { Channel: new () => object; seen: () => Seen } {
  let closed = 0;
  let heard: Seen['heard'];
  let deliver = () => {};
  const listenTo = (way: 'on' | 'onmessage') => (listener: () => void) => {
    heard = way;
    deliver = listener;
  };
  class Channel {
    readonly port1 = {
      ...(asInNode && { on: (_: string, listener: () => void) => listenTo('on')(listener) }),
      set onmessage(listener: () => void) {
        listenTo('onmessage')(listener);
      },
      close: () => {
        closed += 1;
      },
    };
    readonly port2 = { postMessage: () => post(deliver) };
  }
  return { Channel, seen: () => ({ closed, heard }) };
}

describe('a turn', () => {
  it.each([
    ['Node', true, 'on'],
    ['a page', false, 'onmessage'],
  ] as const)('is a message as %s has it, and its port is closed', async (_, asInNode, heard) => {
    const { Channel, seen } = channelThat((deliver) => queueMicrotask(deliver), asInNode);
    vi.stubGlobal('MessageChannel', Channel);
    await giveWay();
    expect(seen()).toEqual({ closed: 1, heard });
  });

  it.each([
    ['that lacks messages', undefined],
    [
      'that refuses them',
      class {
        constructor() {
          throw new Error('A Node.js API is used (MessageChannel) which is not supported in the Edge Runtime.');
        }
      },
    ],
  ])('is a timer on a platform %s (case 302)', async (_, Channel) => {
    vi.stubGlobal('MessageChannel', Channel);
    let turns = 0;
    const others = new Promise<void>((resolve) => {
      setTimeout(() => {
        turns += 1;
        resolve();
      }, 0);
    });
    await giveWay();
    await others;
    expect(turns).toBe(1);
  });

  it('is a timer where a message is refused, and no port is left open (case 302)', async () => {
    const { Channel, seen } = channelThat(() => {
      throw new Error('refused');
    }, true);
    vi.stubGlobal('MessageChannel', Channel);
    await giveWay();
    expect(seen().closed).toBe(1);
  });
});
