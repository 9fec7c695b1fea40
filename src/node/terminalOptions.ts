import type { KnownTerminal } from '../pictures/terminal/toTerminal.js';
import { functionValue, numberValue } from '../support/checks.js';
import { ArgumentError } from '../support/errors.js';
import { isHollow, ownField } from '../support/views.js';
import { describe, wording } from '../support/wording.js';

/** The part of a stream, as `process.stdout`, that {@link terminalOptions} reads. */
export interface TerminalStream {
  /** Whether it is a terminal. */
  readonly isTTY?: boolean | undefined;
  /** Characters in a line. */
  readonly columns?: number | undefined;
  /** Bits of colour. Node's streams look at NO_COLOR, COLORTERM and TERM for it. */
  readonly getColorDepth?: (() => number) | undefined;
}

/** Characters in a line where the width is unknown. */
const USUAL_COLUMNS = 80;

/**
 * The width of a terminal and its colours. Files and pipes, terminals of 16 colours, and programs under NO_COLOR get plain characters.
 *
 * @param stream - `process.stdout` or `process.stderr`.
 * @param environment - `process.env`, to use its COLUMNS; if left out, the stream alone is read.
 * @returns The options that `toTerminal` of `glassbox-nn/pictures` takes.
 *
 * @example
 * ```ts
 * import { terminalOptions } from 'glassbox-nn/node';
 *
 * terminalOptions({ isTTY: true, columns: 100, getColorDepth: () => 24 }); // => { columns: 100, colours: 'rgb' }
 * terminalOptions({}); // => { columns: 80, colours: 'none' }
 * terminalOptions({}, { COLUMNS: '40' }); // => { columns: 40, colours: 'none' }
 * ```
 */
export function terminalOptions(
  stream: TerminalStream,
  environment: Readonly<Record<string, string | undefined>> = {},
): KnownTerminal {
  if (typeof stream !== 'object' || stream === null || isHollow(stream)) {
    throw new ArgumentError(wording('terminalOptions: stream', 'a stream', describe(stream), 'Give the standard output.'));
  }
  const { isTTY = false, columns, getColorDepth } = stream;
  if (getColorDepth !== undefined) functionValue('terminalOptions: getColorDepth', getColorDepth);
  const depth = isTTY ? numberValue('terminalOptions: getColorDepth', stream.getColorDepth?.() ?? 1) : 1;
  const colours = depth >= 24 ? 'rgb' : depth >= 8 ? '256' : 'none';
  // A terminal that is being resized may say 0.
  const usable = [Number(columnsIn(environment)), columns].find(
    (width) => width !== undefined && Number.isSafeInteger(width) && width > 0,
  );
  return { columns: usable ?? USUAL_COLUMNS, colours };
}

/** The width in the environment, as text. */
function columnsIn(environment: unknown): string | undefined {
  const columns = ownField(environment, 'COLUMNS');
  return typeof columns === 'string' ? columns : undefined;
}
