// The first bytes of a safetensors file: the length of its header, and the header's JSON.
import { FormatError, LimitError } from '../../support/errors.js';
import { beginningOf } from '../../support/unreadText.js';
import { decodeUtf8 } from '../../support/utf8.js';
import { describe, wording } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import { parseStrictJson } from '../strictJson.js';
import { MOST_HEADER } from './safetensorsTypes.js';

/** The header, not yet checked, and where the numbers begin. */
export interface SafetensorsHeader {
  readonly fields: unknown;
  readonly start: number;
}

/** Bytes of the number that tells the header's length. */
const LENGTH_BYTES = 8;

/** A header is an object of objects that have arrays. */
const DEPTH = 3;

/** Reads the header. */
export function readHeader(what: string, bytes: Uint8Array): SafetensorsHeader {
  const length = headerLength(what, bytes);
  const start = LENGTH_BYTES + length;
  if (start > bytes.length) {
    const remedy = 'It is cut short, or no safetensors file.';
    throw headerError(`${what}: header`, bytes.length, `a file of ${start} bytes or more`, `${bytes.length}`, remedy);
  }
  if (bytes[LENGTH_BYTES] !== 0x7b) {
    throw headerError(`${what}: header`, LENGTH_BYTES, "'{' as its first byte", `byte ${bytes[LENGTH_BYTES]}`, notOurs(bytes));
  }
  const fields = parseStrictJson(`${what}: header`, decode(what, bytes.slice(LENGTH_BYTES, start)), {
    depth: DEPTH,
    digitsOnly: true,
  });
  return { fields, start };
}

function headerLength(what: string, bytes: Uint8Array): number {
  if (bytes.length < LENGTH_BYTES) {
    throw headerError(
      what,
      bytes.length,
      `${LENGTH_BYTES} bytes or more`,
      `${bytes.length}`,
      'It is cut short, or no safetensors file.',
    );
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset, LENGTH_BYTES).getBigUint64(0, true);
  if (length < 2) throw headerError(`${what}: header`, 0, 'a header of 2 bytes or more', `${length}`);
  if (length > MOST_HEADER) {
    throw new LimitError(wording(`${what}: header`, `at most ${MOST_HEADER} bytes`, `${length}`, notOurs(bytes)));
  }
  return Number(length);
}

function decode(what: string, bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  if (text === undefined) throw headerError(`${what}: header`, LENGTH_BYTES, 'UTF-8', 'bytes that are none');
  return text;
}

/** The remedy for a file of another kind. */
function notOurs(bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return "It looks like PyTorch's own format: save it with safetensors.torch.save_file(model.state_dict(), path).";
  }
  if (bytes[0] === 0x7b) return 'It looks like JSON: read it with fromJson(text).';
  return `Is it a safetensors file? It begins with ${beginningOf(bytes)}.`;
}

/** A fault at a byte of a file. */
export function headerError(what: string, offset: number, expected: string, got: string, remedy = ''): FormatError {
  return new FormatError(wording(what, expected, got, remedy), { offset });
}

/** An object that is no array, or a fault. */
export function tableAt(path: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw fileError(path, 'an object', describe(value));
}
