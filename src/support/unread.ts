// Values that a program passes in place of the contents of a file, and how to get the contents from them.
import { unreadBytes } from './unreadText.js';
import { tagOf } from './views.js';

/** Such a value in an error: its kind, and what to do. */
export interface Unread {
  readonly got: string;
  readonly remedy: string;
}

/** Whether a reader takes text or bytes. */
export type Contents = 'text' | 'bytes';

const REMEDIES: Readonly<Record<string, Readonly<Record<Contents, string>>>> = {
  Promise: { text: 'Wait for it with await.', bytes: 'Wait for it with await.' },
  Response: {
    text: 'Give its contents: await response.text().',
    bytes: 'Give its contents: new Uint8Array(await response.arrayBuffer()).',
  },
  Blob: { text: 'Give its contents: await blob.text().', bytes: 'Give its contents: await blob.arrayBuffer().' },
  File: { text: 'Give its contents: await file.text().', bytes: 'Give its contents: await file.arrayBuffer().' },
  ReadableStream: {
    text: 'Give its contents: await new Response(stream).text().',
    bytes: 'Give its contents: await new Response(stream).arrayBuffer().',
  },
  URL: {
    text: "Give what lies there: await (await fetch(url)).text(), or await readFile(url, 'utf8') of node:fs/promises.",
    bytes: 'Give what lies there: await (await fetch(url)).arrayBuffer(), or await readFile(url) of node:fs/promises.',
  },
};

/** What to do with a value that is not yet the contents of a file; undefined for any other value. */
export function unread(value: unknown, wanted: Contents): Unread | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const kind = tagOf(value);
  if (wanted === 'text' && (ArrayBuffer.isView(value) || kind === 'ArrayBuffer' || kind === 'SharedArrayBuffer')) {
    const got = `bytes in ${/^[AI]/.test(kind) ? 'an' : 'a'} ${kind}`;
    return unreadBytes(viewOf(value)) ?? { got, remedy: 'Decode them: new TextDecoder().decode(bytes).' };
  }
  const remedies = Object.hasOwn(REMEDIES, kind) ? REMEDIES[kind] : undefined;
  return remedies && { got: `a ${kind}`, remedy: remedies[wanted] };
}

/** The bytes of a value; none where its memory was transferred. */
function viewOf(value: object): Uint8Array {
  try {
    const { buffer, byteOffset, byteLength } = ArrayBuffer.isView(value) ? value : new DataView(value as ArrayBuffer);
    return new Uint8Array(buffer, byteOffset, byteLength);
  } catch {
    return new Uint8Array(0);
  }
}
