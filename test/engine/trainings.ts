// Trainings of every kind, as plain descriptions that fast-check can make, shrink and print.
import fc from 'fast-check';
import { activations, losses, optimizers } from './parts.js';

/** One training, in plain words. */
export interface Training {
  readonly sizes: readonly number[];
  readonly hidden: readonly string[];
  readonly output: string;
  readonly loss: string;
  readonly optimizer: string;
  readonly learningRate: number;
  readonly penalties: { readonly l1?: number; readonly l2?: number };
  readonly clipping: { readonly clipValue?: number; readonly clipNorm?: number; readonly globalClipNorm?: number };
  /** The rate of the input and of every hidden column. */
  readonly dropout: readonly [input: number, hidden: number];
  /** The largest norm of a neuron's weights, if there is one. */
  readonly maxNorm: number | undefined;
  /** Which layers do not learn, as far as there are so many. */
  readonly frozen: readonly boolean[];
  readonly shuffle: boolean;
  readonly batchSize: number;
  readonly epochs: number;
  readonly validationSplit: number | undefined;
  /** Whether it pauses after every step; otherwise the network is seen at the end alone. */
  readonly paused: boolean;
  /** After which step the weights are changed by hand, if it pauses. */
  readonly changedAt: number | undefined;
  readonly seed: number;
  readonly count: number;
  readonly numbers: 'bytes' | 'floats';
  readonly scale: number;
  /** Share of the inputs that are not 0. */
  readonly density: number;
  readonly answers: 'labels' | 'shares' | 'numbers';
  /** How much the examples count, if not all alike. */
  readonly weights: 'alike' | 'mixed' | 'apart';
  /** Whether there are zeros with a sign, and numbers too small for a float32 to be normal. */
  readonly odd: boolean;
}

const size = fc.oneof(fc.constantFrom(1, 2, 3, 5, 17), fc.integer({ min: 1, max: 70 }));
const someOf = (names: object) => fc.constantFrom(...Object.keys(names));
const rarely = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const mostly = <Value>(usual: Value, other: fc.Arbitrary<Value>) =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 2 }, { arbitrary: other, weight: 1 });
const share = fc.constantFrom(0.1, 0.5, 0.9);

/** Every training that `train` accepts. */
export const trainings: fc.Arbitrary<Training> = fc
  .record({
    sizes: fc
      .tuple(fc.oneof(size, fc.constantFrom(1, 64, 127, 128, 129, 785)), fc.array(size, { minLength: 1, maxLength: 3 }))
      .map(([inputs, columns]) => [inputs, ...columns]),
    hidden: fc.array(someOf(activations), { minLength: 2, maxLength: 2 }),
    output: someOf({ ...activations, softmax: 0 }),
    loss: someOf(losses),
    optimizer: someOf(optimizers),
    learningRate: mostly(0.1, fc.constantFrom(0.01, 1, 30, 1e4, 1e30)),
    penalties: fc.record({ l1: share, l2: share }, { requiredKeys: [] }).map((given) => shrunk(given, 0.1)),
    clipping: mostly<Training['clipping']>(
      {},
      fc.oneof(
        fc.record({ clipValue: fc.constantFrom(1e-3, 0.1) }),
        fc.record({ clipNorm: fc.constantFrom(1e-2, 1) }),
        fc.record({ globalClipNorm: fc.constantFrom(1e-2, 1) }),
      ),
    ),
    dropout: fc.tuple(mostly(0, share), mostly(0, share)),
    maxNorm: rarely(fc.constantFrom(0.1, 1)),
    frozen: mostly<readonly boolean[]>([], fc.array(fc.boolean(), { minLength: 1, maxLength: 3 })),
    shuffle: fc.boolean(),
    batchSize: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(127, 128, 129, 200)),
    epochs: fc.integer({ min: 1, max: 2 }),
    validationSplit: rarely(fc.constantFrom(0.3, 0.5)),
    paused: fc.boolean(),
    changedAt: rarely(fc.integer({ min: 1, max: 3 })),
    seed: fc.integer({ min: 0, max: 1000 }),
    count: fc.oneof(
      { arbitrary: fc.integer({ min: 2, max: 40 }), weight: 3 },
      { arbitrary: fc.constantFrom(131, 270), weight: 1 },
    ),
    numbers: fc.constantFrom<Training['numbers'][]>('bytes', 'floats'),
    scale: mostly(1, fc.constantFrom(1 / 255, 0.3, 1e15, 1e36)),
    density: fc.constantFrom(0, 0.02, 0.2, 0.45, 0.55, 1),
    answers: fc.constantFrom<Training['answers'][]>('labels', 'shares', 'numbers'),
    weights: mostly<Training['weights']>('alike', fc.constantFrom('mixed', 'apart')),
    odd: fc.boolean(),
  })
  .map(fitting);

function shrunk(given: Training['penalties'], by: number): Training['penalties'] {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value * by]));
}

/** The nearest training whose loss fits its last activation, and whose answers fit both. */
function fitting(given: Training): Training {
  const training = { ...given, output: fittingOutput(given) };
  const { sizes, output, loss, answers } = training;
  const needsShares = ['crossEntropy', 'binaryCrossEntropy'].includes(loss) || ['sigmoid', 'softmax'].includes(output);
  if (answers === 'numbers' && needsShares) return { ...training, answers: 'shares' };
  if (answers === 'labels' && loss === 'crossEntropy' && sizes.at(-1) === 1) return { ...training, answers: 'shares' };
  return training;
}

/** The output itself if the loss fits it, else one that is made for the loss, or one of a user's own, which may be anything. */
function fittingOutput({ sizes, output, loss, seed }: Training): string {
  const own = seed % 2 === 0 ? 'bent' : undefined;
  const single = sizes.at(-1) === 1;
  if (loss === 'crossEntropy' && (single || output !== 'softmax')) return own ?? (single ? 'bent' : 'softmax');
  if (single && output === 'softmax') return 'sigmoid';
  if (loss === 'binaryCrossEntropy' && !['sigmoid', 'softmax'].includes(output)) return own ?? 'sigmoid';
  return output;
}
