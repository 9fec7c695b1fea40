// The rates at which columns are dropped, as options give them.
import type { Network } from '../../model/Network.js';
import { numberWhere } from '../../support/checks.js';
import { ArgumentError, ShapeError } from '../../support/errors.js';
import { isList } from '../../support/views.js';
import { describe, wording } from '../../support/wording.js';

/** One rate for each column but the last. A single number is the rate of every hidden column; the input is then kept whole. */
export function readDropout(network: Network, dropout: number | readonly number[] = 0): number[] {
  const columns = network.layers.length;
  if (typeof dropout === 'number') {
    checkRate('dropout', dropout);
    return Array.from({ length: columns }, (_, column) => (column === 0 ? 0 : dropout));
  }
  if (!isList(dropout)) {
    throw new ArgumentError(wording('dropout', 'a rate from 0 to below 1, or an array of them', describe(dropout)));
  }
  if (dropout.length !== columns) {
    const expected = `${columns} rates, one for each column but the last`;
    throw new ShapeError(wording('dropout', expected, `${dropout.length}`, 'Give 0 where nothing is dropped.'));
  }
  return Array.from(dropout, (rate, column) => checkRate(`dropout[${column}]`, rate));
}

/** A share of neurons to drop; of all of them nothing would be left to learn from. */
function checkRate(what: string, rate: unknown): number {
  return numberWhere(what, rate, 'a number from 0 to below 1', (share) => share >= 0 && share < 1);
}
