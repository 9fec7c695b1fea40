// Tells lines without their ends, as Node's readLines gives them, from pieces of a text with line ends in them.
import { ArgumentError } from '../../support/errors.js';
import { unread } from '../../support/unread.js';
import { describe, wording } from '../../support/wording.js';

/** So many pieces without a line end are lines: pieces of a text hold thousands of letters. */
const FIRST = 16;

const LINE_END = /[\r\n]/;

/** Pieces as one text: lines get their ends. */
export class Pieces {
  readonly what: string;
  /** The first pieces, while none has a line end. */
  held: string[] = [];
  areLines: boolean | undefined;
  count = 0;

  constructor(what: string) {
    this.what = what;
  }

  /** Takes the next piece, and gives the text that is known by then. */
  take(piece: unknown): string {
    const text = this.check(piece);
    this.count += 1;
    if (this.areLines === false) return text;
    const hasEnd = LINE_END.test(text);
    if (this.areLines === true) {
      if (hasEnd) {
        const remedy = 'Give either lines, as of file.readLines(), or pieces of a text with all of its line ends.';
        throw new ArgumentError(
          wording(`${this.what}: piece ${this.count}`, 'a line, as all before', 'a line end within', remedy),
        );
      }
      return `${text}\n`;
    }
    this.held.push(text);
    if (hasEnd) this.areLines = false;
    else if (this.held.length === FIRST) this.areLines = true;
    return this.areLines === undefined ? '' : this.end();
  }

  /** What is still held. A few pieces without a line end are a few lines. */
  end(): string {
    const { held } = this;
    const lineEnd = this.areLines === false ? '' : '\n';
    this.held = [];
    return held.length === 0 ? '' : held.join(lineEnd) + lineEnd;
  }

  check(piece: unknown): string {
    if (typeof piece === 'string') return piece;
    const { got, remedy } = unread(piece, 'text') ?? { got: describe(piece), remedy: '' };
    const streams = "Read text: createReadStream(path, 'utf8'), or response.body.pipeThrough(new TextDecoderStream()).";
    throw new ArgumentError(
      wording(`${this.what}: piece ${this.count + 1}`, 'a text', got, ArrayBuffer.isView(piece) ? streams : remedy),
    );
  }
}
