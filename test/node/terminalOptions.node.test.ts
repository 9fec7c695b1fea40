// What a terminal can show, as Node tells it.
import { WriteStream } from 'node:tty';
import { terminalOptions } from 'glassbox-nn/node';
import { describe, expect, it } from 'vitest';

/** A terminal in an environment: Node's own reading of it. */
const terminal = (env: Record<string, string>, isTTY = true) => ({
  isTTY,
  columns: 60,
  getColorDepth: () => WriteStream.prototype.getColorDepth.call({}, env),
});

describe('the options of a terminal', () => {
  it('follow COLORTERM and TERM', () => {
    expect(terminalOptions(terminal({ COLORTERM: 'truecolor', TERM: 'xterm' }))).toEqual({ columns: 60, colours: 'rgb' });
    expect(terminalOptions(terminal({ TERM: 'xterm-256color' })).colours).toBe('256');
    expect(terminalOptions(terminal({ TERM: 'xterm' })).colours).toBe('none');
    expect(terminalOptions(terminal({ TERM: 'dumb' })).colours).toBe('none');
  });

  it('are plain with NO_COLOR, and where it is no terminal (case 137)', () => {
    expect(terminalOptions(terminal({ COLORTERM: 'truecolor', NO_COLOR: '1' })).colours).toBe('none');
    expect(terminalOptions(terminal({ COLORTERM: 'truecolor' }, false)).colours).toBe('none');
  });

  it('have 80 columns where the number is not known', () => {
    expect(terminalOptions({}).columns).toBe(80);
    expect(terminalOptions({ columns: 0 }).columns).toBe(80);
  });

  it('have as many columns as COLUMNS says, where it says a number', () => {
    expect(terminalOptions({}, { COLUMNS: '40' }).columns).toBe(40);
    expect(terminalOptions({ columns: 100 }, { COLUMNS: '40' }).columns).toBe(40);
    for (const COLUMNS of ['', '0', '-3', '2.5', 'wide', 'Infinity'])
      expect(terminalOptions({ columns: 100 }, { COLUMNS }).columns).toBe(100);
  });
});
