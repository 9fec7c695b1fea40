// Unpacks gzip piece by piece with what the platform has, and stops where more comes out than was agreed.
import { FormatError } from '../support/errors.js';
import { needed } from '../support/platform.js';
import { wording } from '../support/wording.js';

/** Bytes handed over at a time: small, so that a bomb is noticed before much of it has gone off. */
const PIECE = 2 ** 16;

/** The bytes packed in a gzip. `what` begins the error of a damaged one; `tooMuch` makes the error of more than `limit` bytes. */
export async function unpack(
  what: string,
  packed: Uint8Array<ArrayBuffer>,
  limit: number,
  tooMuch: () => Error,
): Promise<Uint8Array> {
  const stream = new (needed('DecompressionStream'))('gzip');
  const reader: ReadableStreamDefaultReader<Uint8Array> = stream.readable.getReader();
  const progress = { offset: 0 };
  // Not awaited: the reader meets every error that the writer does, and the end comes only after all was taken.
  void feed(packed, stream.writable.getWriter(), progress);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const read = await reader.read().catch(() => undefined);
    if (read === undefined) throw damaged(what, progress.offset);
    if (read.done) break;
    length += read.value.length;
    if (length > limit) {
      // Not awaited: nothing depends on how the rest of the stream is thrown away.
      reader.cancel().catch(() => undefined);
      throw tooMuch();
    }
    pieces.push(read.value);
  }
  return joined(pieces, length);
}

/** What bytes are handed over to; platforms' types differ in what else it would take. */
interface Writer {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
}

/** Hands over the bytes piece by piece, and keeps in `progress` how far it came. Never rejects. */
async function feed(packed: Uint8Array<ArrayBuffer>, writer: Writer, progress: { offset: number }): Promise<void> {
  try {
    while (progress.offset < packed.length) {
      const start = progress.offset;
      progress.offset = Math.min(start + PIECE, packed.length);
      await writer.write(packed.subarray(start, progress.offset));
    }
    await writer.close();
  } catch {
    // The reader reports it.
  }
}

function damaged(what: string, offset: number): FormatError {
  const remedy = 'Copy or download the file again.';
  return new FormatError(
    wording(
      what,
      'a whole gzip file with a right checksum',
      `one that is damaged or cut short, at or before byte ${offset}`,
      remedy,
    ),
    { offset },
  );
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let start = 0;
  for (const piece of pieces) {
    whole.set(piece, start);
    start += piece.length;
  }
  return whole;
}
