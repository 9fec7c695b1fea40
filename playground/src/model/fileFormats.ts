// Files that hold a network: each format is one entry of the list.
import type { Network } from 'glassbox-nn';
import { fromJson, fromOnnx, fromSafetensors, toJson, toOnnx, toSafetensors } from 'glassbox-nn/formats';
import { fitsPage } from './fitsPage';

/** A format of files. */
export interface FileFormat {
  readonly name: string;
  /** How its files end, with the point. */
  readonly ending: string;
  /** Its media type. */
  readonly type: string;
  /** The library's function that reads its files, and whether it takes text instead of bytes. */
  readonly reader: { readonly name: string; readonly takesText: boolean };
  readonly write: (network: Network) => string | Uint8Array<ArrayBuffer>;
  /** @throws An error in words for people. */
  readonly read: (bytes: Uint8Array<ArrayBuffer>) => Network;
}

/** What can be saved and opened. */
export const fileFormats: readonly FileFormat[] = [
  {
    name: 'JSON',
    ending: '.json',
    type: 'application/json',
    reader: { name: 'fromJson', takesText: true },
    write: toJson,
    read: (bytes) => fromJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
  },
  {
    name: 'safetensors',
    ending: '.safetensors',
    type: 'application/octet-stream',
    reader: { name: 'fromSafetensors', takesText: false },
    write: toSafetensors,
    read: (bytes) => fromSafetensors(bytes),
  },
  {
    name: 'ONNX',
    ending: '.onnx',
    type: 'application/octet-stream',
    reader: { name: 'fromOnnx', takesText: false },
    write: (network) => toOnnx(network),
    read: (bytes) => fromOnnx(bytes),
  },
];

/** Files beyond this are not opened: the largest network of the page takes some 7 MB as JSON. */
export const LARGEST_FILE = 10_000_000;

/** What a saved network is called, without an ending. */
export function savedName(sizes: readonly number[]): string {
  return `network-${sizes.join('-')}`;
}

/** The format of a file, by the ending of its name. */
export function formatOf(name: string): FileFormat | undefined {
  return fileFormats.find(({ ending }) => name.toLowerCase().endsWith(ending));
}

/** The network in a file, by the ending of its name. */
export function readNetwork(name: string, bytes: Uint8Array<ArrayBuffer>): Network {
  const format = formatOf(name);
  if (format === undefined) {
    throw new Error(
      `Expected a file that ends in ${new Intl.ListFormat('en', { type: 'disjunction' }).format(fileFormats.map(({ ending }) => ending))}, got ${name}.`,
    );
  }
  if (bytes.length > LARGEST_FILE) throw new Error(tooLarge(bytes.length));
  return fitsPage(format.read(bytes));
}

/** What is said of a file of too many bytes. */
export function tooLarge(size: number): string {
  return `Expected a file of at most ${LARGEST_FILE / 1e6} MB, got ${(size / 1e6).toFixed(1)} MB.`;
}
