// Looks at the mistakes on the held-out examples, while some part of the page shows them: only then does the worker look.
import { fits } from '../../model/refit';
import { shown } from '../network';
import { trainingSpec } from '../settings';
import { begin } from './beginning';
import { client } from './hearing';

let watchers = 0; // parts of the page that show them

/** Looks now and after passes to come, until the function that it gives is called. */
export function watch(): () => void {
  watchers += 1;
  lookNow();
  return () => {
    watchers -= 1;
    if (watchers === 0) client.send({ kind: 'look', watching: false });
  };
}

/** Looks now. It begins a training if there is none, but never changes the network. */
export function lookNow(): void {
  if (!fits(shown.peek().network, trainingSpec.peek().source)) return;
  if (!client.underWay) begin();
  client.send({ kind: 'look', watching: true });
}

/** Looks again, if anyone does. */
export function lookAgain(): void {
  if (watchers > 0) client.send({ kind: 'look', watching: true });
}
