// The records that the host writes and the core reads. This is their one definition: `npm run build:engine` makes the classes
// of assembly/records.ts from it.
//
// Sizes are counted in numbers. Numbers in memory are f32 unless a comment says otherwise.
import { shapeOf, type ValuesOf } from './record.js';

/** One layer. Its matrices lie in panels: see panels.ts. */
export const LAYER = /* @__PURE__ */ shapeOf({
  /** How many numbers come in. */
  inputs: 'u32',
  /** How many neurons there are. */
  outputs: 'u32',
  /** Outputs rounded up to a multiple of 4: the numbers in a row of activations. */
  stride: 'u32',
  /** Which activation: see activations.ts. */
  activation: 'u32',
  /** Not 0 if many activations are exactly 0, so that it pays to list the others. */
  sparse: 'u32',
  /** Panels of [inputs, outputs], and [stride]. */
  weights: 'usize',
  biases: 'usize',
  /** The gradients of the cost with respect to each, added up over a batch. */
  weightGradient: 'usize',
  biasGradient: 'usize',
  /** Panels of [outputs, inputs], made from `weights` for the way back; not for the first layer. */
  transposed: 'usize',
  /** [batch, stride], with the biases, before the activation. */
  weightedSums: 'usize',
  /** [batch, stride], after the activation; may be `weightedSums` where the derivative needs no sums. */
  activations: 'usize',
  /** [batch, stride], the inputs of the next layer: `activations`, unless some are dropped. */
  nextInputs: 'usize',
  /** [batch, stride], the dropout mask of `nextInputs`: 0 or 1 / (1 - rate); 0 where nothing is dropped. */
  mask: 'usize',
  /** [batch, stride], the gradient of the cost with respect to each weighted sum. */
  deltas: 'usize',
  /** The dropout rate as a share of 2^32, and 1 / (1 - rate). */
  dropThreshold: 'u32',
  dropScale: 'f32',
  /** Not 0 if its parameters stay as they are. */
  frozen: 'u32',
});

/** One network on one data set. */
export const PLAN = /* @__PURE__ */ shapeOf({
  /** Above which value or norm gradients are clipped: see clipping.ts. */
  clipLimit: 'f64',
  /** Above which norm the weights of a neuron are scaled down; 0 for none: see maxNorm.ts. */
  maxNorm: 'f64',
  /** Sum of the batch's costs, and of the weights of those that were answered right. */
  cost: 'f64',
  right: 'f64',
  /** The hash of seed, purpose and epoch from which the streams of dropout start. */
  dropHash: 'u64',

  /** How many layers, and where the first is described; the others follow. */
  layerCount: 'u32',
  layers: 'usize',
  /** The first trainable layer, below which no deltas are needed, and how many layers are frozen. */
  firstTrainable: 'u32',
  frozen: 'u32',

  // The data set.
  /** Numbers of one input, and how inputs are kept: see gather.ts. */
  width: 'u32',
  inputKind: 'u32',
  /** Dense: [count, width]. Sparse: the values that are not 0, example after example. */
  inputs: 'usize',
  /** [256], the number that each byte stands for, where inputs are bytes. */
  levels: 'usize',
  /** Sparse: u32 [count + 1], where the values of each example start. */
  starts: 'usize',
  /** Sparse: u16, the column of each value. */
  columns: 'usize',
  /** Sparse: u64 [count, maskWords], a bit for each column that is not 0. */
  masks: 'usize',
  maskWords: 'u32',
  /** Sparse: u64 [maskWords], a bit for each column that is not 0 in some example of the data set, and of the batch. */
  dataMask: 'usize',
  batchMask: 'usize',
  /** i32 [count], or 0. */
  labels: 'usize',
  /** [count, outputs], or 0. */
  targets: 'usize',
  /** Not 0 if a label is the target of a single output. */
  labelIsTarget: 'u32',
  /** f32 [count], how much each example counts, or 0 where all count 1. */
  sampleWeights: 'usize',

  // The batch.
  /** How many examples fit. */
  batchCapacity: 'u32',
  /** u32: the epoch's examples, in order. */
  order: 'usize',
  /** u32: for each place of the order where its inputs are found. It is `order`, unless images are changed. */
  inputOrder: 'usize',
  /** The number of the data set's first example, from which the streams of dropout count. */
  firstExample: 'u32',
  /** The examples that the core works on at a time: the place in the order of the first, and how many rows they are. */
  position: 'u32',
  rows: 'u32',
  /** [batch, width], where inputs are dense or some are dropped; and their dropout mask, as `mask` of a layer. */
  batchInputs: 'usize',
  inputMask: 'usize',
  /** Not 0 if anything is dropped. */
  dropping: 'u32',
  dropThreshold: 'u32',
  dropScale: 'f32',
  /** Lists of the batch's inputs, and how many entries fit: see lists.ts. */
  inputLists: 'usize',
  listCapacity: 'u32',
  /** f64 [batch], the cost of each example; u32 [batch], the class it was given. */
  costs: 'usize',
  answers: 'usize',
  /** For each thread a product, and room for lists, for deltas in panels and for a row of targets: see scratch.ts. */
  scratch: 'usize',
  scratchBytes: 'u32',
  scratchLists: 'u32',
  scratchPanels: 'u32',
  scratchTarget: 'u32',

  // Learning.
  /** Which loss: see losses.ts. */
  loss: 'u32',
  /**
   * Every weight and bias of the network; and, at the same distance from each, its gradient, its value before the last
   * update, and two numbers of the optimizer's state: see optimizers.ts.
   */
  parameters: 'usize',
  parameterBytes: 'u32',
  gradients: 'usize',
  previous: 'usize',
  firstSlot: 'usize',
  secondSlot: 'usize',
  /** Which optimizer updates the parameters, and the constants of its step. */
  update: 'u32',
  constants: 'usize',
  /** Which rows of the first layer an update visits: see visits.ts. */
  visits: 'u32',
  /** The factors of penalties, and how gradients are clipped: see penalties.ts and clipping.ts. */
  l1: 'f32',
  twiceL2: 'f32',
  clipping: 'u32',
  /** Where clipping by a norm, and the largest norm, keep the squares: f64 [stride + 1] for each layer. */
  squares: 'usize',

  // What comes back.
  /** Not 0 if an activation, or a parameter that was moved, is not finite. */
  overflow: 'u32',

  // Threads.
  threads: 'u32',
  /** u32 [2], where threads wait for each other: see threads.ts. */
  barrier: 'usize',
  /** The portions of a turn, and how many there are: see turn.ts. */
  turn: 'usize',
  portions: 'u32',
  /** f64 and i32 [count], the cost and the answer at each place of the order, where turns evaluate. */
  evaluatedCosts: 'usize',
  evaluatedAnswers: 'usize',
  /** [count, stride], the outputs at each place of the order, where turns evaluate. */
  evaluatedOutputs: 'usize',
});

/** Fields that change while the core works; the host places all others before. */
type Running = 'cost' | 'dropHash' | 'position' | 'rows' | 'right' | 'overflow' | 'portions';

/** Fields of a plan that the host writes before the core works. */
export type PlanValues = Omit<ValuesOf<typeof PLAN>, Running>;

/** A product of matrices, out = left x right or out += left x right: see assembly/product.ts. */
export const PRODUCT = /* @__PURE__ */ shapeOf({
  /** Row r, column c of panel p of `out` lies at out + r outRow + p outPanel + 4 c. */
  out: 'usize',
  outRow: 'u32',
  outPanel: 'u32',
  /** Not 0 if the product is added to what `out` holds. */
  adds: 'u32',
  /** Term k of row r of `left` lies at left + r leftRow + k leftTerm. */
  left: 'usize',
  leftRow: 'u32',
  leftTerm: 'u32',
  /** The first row to make, and the row after the last. */
  from: 'u32',
  to: 'u32',
  /** Panels of [terms, columns]. */
  right: 'usize',
  terms: 'u32',
  columns: 'u32',
});

/** The head of lists of what is not 0 in the rows of a matrix: see assembly/lists.ts. */
export const LISTS = /* @__PURE__ */ shapeOf({
  /** u32 and f32 for each entry: 64 times its term (a row of a wide panel has 64 bytes), and its value. */
  offsets: 'usize',
  values: 'usize',
});

/** Some examples of a batch; with its last ones, the update. See assembly/turn.ts. */
export const PORTION = /* @__PURE__ */ shapeOf({
  /** Sum of the batch's costs, and of the weights of those that were answered right: once it is done. */
  cost: 'f64',
  right: 'f64',
  /** Places of the order. */
  from: 'u32',
  to: 'u32',
  /** 1 / examples of the batch where this is its last portion; 0 where more of it follow. */
  share: 'f32',
  /** The constants of the update. */
  constants: 'usize',
  /** How it ended. */
  outcome: 'u32',
});

/** Many inputs for a network: see assembly/rows.ts. */
export const ROWS = /* @__PURE__ */ shapeOf({
  /** How many there are, and how many threads have taken. */
  count: 'u32',
  taken: 'u32',
  /** [count, inputs] and [count, outputs]. */
  inputs: 'usize',
  outputs: 'usize',
  /** usize: for each thread a plan, with room for a few rows of its own. */
  plans: 'usize',
  /** See sieve.ts. */
  cases: 'usize',
  /** Not 0 if an input is not finite. */
  refused: 'u32',
});
