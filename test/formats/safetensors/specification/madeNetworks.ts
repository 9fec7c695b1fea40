// Safetensors files that hold the layers of a network, in any mixture of types.
import * as fc from 'fast-check';
import { relu, sigmoid } from 'glassbox-nn';
import type { MadeFile, MadeTensor } from './madeFiles.js';
import { bitsOf, FLOAT_NAMES, type FloatName, numberOf } from './numbers.js';

/** A type, and numbers of it: mostly such as float32 can hold, so that most files make a network. */
function numbers(count: number): fc.Arbitrary<Pick<MadeTensor, 'dtype' | 'bits'>> {
  return fc.constantFrom(...FLOAT_NAMES).chain((dtype) => {
    const held = bitsOf(dtype).filter((bits) => Number.isFinite(Math.fround(numberOf(dtype, bits))));
    const any = fc.oneof({ weight: 60, arbitrary: held }, bitsOf(dtype));
    return fc.record({ dtype: fc.constant<FloatName>(dtype), bits: fc.array(any, { minLength: count, maxLength: count }) });
  });
}

function tensor(name: string, shape: readonly number[]): fc.Arbitrary<MadeTensor> {
  return numbers(shape.reduce((product, size) => product * size, 1)).map((rest) => ({ name, shape, ...rest }));
}

/** Such a file, and what it does not say. */
export function madeNetwork() {
  const activations = { hidden: relu, output: sigmoid };
  return fc
    .array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 })
    .chain((sizes) =>
      fc.tuple(
        ...sizes
          .slice(1)
          .flatMap((outputs, index) => [
            tensor(`net.${index}.weight`, [outputs, sizes[index] as number]),
            tensor(`net.${index}.bias`, [outputs]),
          ]),
      ),
    )
    .map((tensors) => {
      const places = tensors.map((_, index) => -index);
      const made: MadeFile = { tensors, metadata: undefined, places, space: '', escaped: false, padding: 0 };
      return { made, activations };
    });
}
