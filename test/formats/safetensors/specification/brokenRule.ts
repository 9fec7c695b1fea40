// A second reading of the format's description, which shares nothing with the library's: it only says whether a file follows it.
//
// https://github.com/huggingface/safetensors#format, and for what that leaves open (the sizes of types, the largest header) the
// reference implementation's safetensors/src/tensor.rs.
import { type Json, readJson } from '../../../support/plainJson.js';

const MOST_HEADER = 100_000_000n;

const BYTES: Readonly<Record<string, bigint>> = {
  ...{ BOOL: 1n, U8: 1n, I8: 1n, F8_E5M2: 1n, F8_E4M3: 1n },
  ...{ I16: 2n, U16: 2n, F16: 2n, BF16: 2n },
  ...{ I32: 4n, U32: 4n, F32: 4n },
  ...{ I64: 8n, U64: 8n, F64: 8n },
};

/** Undefined for a file that follows the description, else what it breaks. */
export function brokenRule(file: Uint8Array): string | undefined {
  try {
    checkFile(file);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function insist(follows: boolean, rule: string): asserts follows {
  if (!follows) throw new Error(rule);
}

function checkFile(file: Uint8Array): void {
  insist(file.length >= 8, 'the length of the header takes 8 bytes');
  const length = file.subarray(0, 8).reduceRight((number, byte) => number * 256n + BigInt(byte), 0n);
  insist(length <= MOST_HEADER, 'a header has at most 100 MB');
  insist(8n + length <= BigInt(file.length), 'the header lies in the file');
  const start = 8 + Number(length);
  insist(file[8] === '{'.charCodeAt(0) && start > 8, 'a header begins with {');
  const header = readJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.slice(8, start)));
  const spans: (readonly [begin: bigint, end: bigint])[] = [];
  for (const [name, value] of fieldsOf(header)) {
    if (name === '__metadata__') for (const [, words] of fieldsOf(value)) insist('text' in words, 'metadata are texts');
    else spans.push(spanOf(value));
  }
  spans.sort(([a, aEnd], [b, bEnd]) => Number(a - b || aEnd - bEnd));
  let at = 0n;
  for (const [begin, end] of spans) {
    insist(begin === at, 'numbers lie one behind the other, without a hole');
    at = end;
  }
  insist(at === BigInt(file.length - start), 'all bytes behind the header are numbers of tensors');
}

function fieldsOf(value: Json): readonly (readonly [string, Json])[] {
  insist('fields' in value, 'an object stands here');
  insist(new Set(value.fields.map(([key]) => key)).size === value.fields.length, 'a key comes once');
  return value.fields;
}

function spanOf(value: Json): readonly [bigint, bigint] {
  const { dtype, shape, data_offsets: offsets } = Object.fromEntries(fieldsOf(value)) as Record<string, Json | undefined>;
  const bytes = dtype !== undefined && 'text' in dtype && Object.hasOwn(BYTES, dtype.text) ? BYTES[dtype.text] : undefined;
  insist(bytes !== undefined, 'the type is one of the list');
  const [begin, end, ...more] = sizesOf(offsets);
  insist(begin !== undefined && end !== undefined && more.length === 0, 'there are two offsets');
  insist(begin <= end, 'a tensor ends behind its beginning');
  const count = sizesOf(shape).reduce((product, size) => product * size, 1n);
  insist(count * bytes === end - begin, 'a tensor has the bytes that its shape and its type ask for');
  return [begin, end];
}

function sizesOf(value: Json | undefined): bigint[] {
  insist(value !== undefined && 'items' in value, 'shape and data_offsets are arrays');
  return value.items.map((item) => {
    insist('number' in item && /^\d+$/.test(item.number), 'sizes and offsets are whole numbers from 0');
    const size = BigInt(item.number);
    insist(size < 2n ** 64n, 'sizes and offsets have 64 bits');
    return size;
  });
}
