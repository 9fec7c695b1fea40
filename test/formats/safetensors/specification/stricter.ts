// Files that follow the format's description, and that the library refuses all the same: as it says at parseSafetensors.
// (The limits of 4 MiB and 20,000 tensors have their tests in hostile.test.ts.)
import type { Breach } from './breaches.js';
import { fieldsOf, objectOf } from './madeFiles.js';
import { entry, header, value } from './spoiling.js';

/** Types of as many bytes that a network does not have. */
const OTHER_TYPES: Readonly<Record<string, readonly string[]>> = {
  '"F64"': ['"I64"', '"U64"'],
  '"F32"': ['"I32"', '"U32"'],
  '"F16"': ['"I16"', '"U16"'],
  '"BF16"': ['"I16"', '"U16"'],
};

export const STRICTER: readonly Breach[] = [
  {
    fault: 'a type of whole numbers',
    code: 'FORMAT',
    spoil: entry(({ dtype }, choice) => ({ dtype: OTHER_TYPES[dtype]?.[choice % 2] as string })),
  },
  {
    fault: 'a type of one byte',
    code: 'FORMAT',
    spoil: entry(({ offsets: [begin, end] }, choice) => ({
      dtype: ['"BOOL"', '"U8"', '"I8"', '"F8_E4M3"', '"F8_E5M2"'][choice % 5] as string,
      shape: [`${Number(end) - Number(begin)}`],
    })),
  },
  {
    fault: 'a fourth field of a tensor, which the description does not know',
    code: 'FORMAT',
    spoil: value((before) => objectOf([...fieldsOf(before), ['"more"', '1']])),
  },
  {
    fault: 'more than 64 dimensions',
    code: 'LIMIT',
    spoil: entry(({ shape }) => ({ shape: [...shape, ...new Array<string>(65).fill('1')] })),
  },
  {
    fault: 'a size of 2^53, of no numbers',
    code: 'FORMAT',
    spoil: header((text) => `{"x":{"dtype":"F32","shape":[0,9007199254740992],"data_offsets":[0,0]},${text.slice(1)}`),
  },
];
