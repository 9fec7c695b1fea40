// What the host tells the core, as it lies in memory. The host writes these fields in this order: see ../planFields.ts.
//
// Sizes are counted in numbers, places (usize) in bytes from the start of memory. Numbers are f32 unless it says otherwise.

/** One layer. Its matrices lie in panels: see panels.ts. */
@unmanaged
export class Layer {
  /** How many numbers come in. */
  inputs: u32;
  /** How many neurons there are. */
  outputs: u32;
  /** Outputs rounded up to a multiple of 4: the numbers in a row of activations. */
  stride: u32;
  /** Which activation: see activations.ts. */
  activation: u32;
  /** Not 0 if many activations are exactly 0, so that it pays to list the others. */
  sparse: u32;
  /** Panels of [inputs, outputs], and [stride]. */
  weights: usize;
  biases: usize;
  /** The slopes of the cost by each, added up over a batch. */
  weightGradient: usize;
  biasGradient: usize;
  /** Panels of [outputs, inputs], made from `weights` for the way back; not for the first layer. */
  transposed: usize;
  /** [batch, stride], before squishing. */
  weightedSums: usize;
  /** [batch, stride], after squishing; may be `weightedSums` where the slope needs no sums. */
  activations: usize;
  /** [batch, stride], what the next layer sees: `activations`, unless some are dropped. */
  passed: usize;
  /** [batch, stride], what each of `passed` was multiplied with: 0 or 1 / (1 - rate); or nowhere, 0. */
  kept: usize;
  /** [batch, stride], the slope of the cost by each weighted sum. */
  deltas: usize;
  /** The rate of dropping as a share of 2^32, and 1 / (1 - rate). */
  dropThreshold: u32;
  dropScale: f32;
  /** Not 0 if its parameters stay as they are. */
  frozen: u32;
}

/** One network on one data set. */
@unmanaged
export class Plan {
  /** Above which value or norm gradients are clipped: see clipping.ts. */
  clipLimit: f64;
  /** Above which norm the weights of a neuron are shortened; 0 for none: see maxNorm.ts. */
  maxNorm: f64;
  /** Sum of the batch's costs. */
  cost: f64;
  /** The hash of seed, purpose and epoch from which the streams of dropping start. */
  dropHash: u64;

  /** How many layers, and where the first is described; the others follow. */
  layerCount: u32;
  layers: usize;
  /** The first layer that learns, below which nobody is blamed, and how many layers do not learn. */
  firstLearner: u32;
  frozen: u32;

  // The data set.
  /** Numbers of one input, and how inputs are kept: see gather.ts. */
  width: u32;
  inputKind: u32;
  /** Dense: [count, width]. Sparse: the values that are not 0, example after example. */
  inputs: usize;
  /** [256], the number that each byte stands for, where inputs are bytes. */
  levels: usize;
  /** Sparse: u32 [count + 1], where the values of each example start. */
  starts: usize;
  /** Sparse: u16, the column of each value. */
  columns: usize;
  /** Sparse: u64 [count, maskWords], a bit for each column that is not 0. */
  masks: usize;
  maskWords: u32;
  /** Sparse: u64 [maskWords], the columns that some input of the data set lights, and that some input of this batch does. */
  lit: usize;
  touched: usize;
  /** i32 [count], or 0. */
  labels: usize;
  /** [count, outputs], or 0. */
  targets: usize;
  /** Not 0 if a label is the target of a single output. */
  labelIsTarget: u32;

  // The batch.
  /** How many examples fit. */
  batchCapacity: u32;
  /** u32: the epoch's examples, in order. */
  order: usize;
  /** u32: for each place of the order where its inputs are found. It is `order`, unless images are changed. */
  inputOrder: usize;
  /** The place in the order of the batch's first example, where the first layer reads the data set's own lists. */
  position: u32;
  /** [batch, width], where inputs are dense or some are dropped; and as `kept` of a layer. */
  batchInputs: usize;
  batchKept: usize;
  /** Not 0 if anything is dropped. */
  dropping: u32;
  dropThreshold: u32;
  dropScale: f32;
  /** Lists of the batch's inputs, and how many entries fit: see lists.ts. */
  inputLists: usize;
  listCapacity: u32;
  /** f64 [batch], the cost of each example; u32 [batch], the class it was given. */
  costs: usize;
  answers: usize;
  /** For each thread, room for lists, for deltas in panels and for a row of targets. */
  scratch: usize;
  scratchBytes: u32;
  scratchPacked: u32;
  scratchTarget: u32;

  // Learning.
  /** Which loss: see losses.ts. */
  loss: u32;
  /** Every weight and bias of the network, and what is kept beside each at the same distance: see update.ts. */
  parameters: usize;
  parameterBytes: u32;
  gradients: usize;
  before: usize;
  firstSlot: usize;
  secondSlot: usize;
  /** Which pass moves the parameters, and the numbers of its step. */
  update: u32;
  constants: usize;
  /** Which rows of the first layer must be visited. */
  visits: u32;
  l1: f32;
  twiceL2: f32;
  clipping: u32;
  /** Where clipping by a norm, and the largest norm, keep the squares: f64 [stride + 1] for each layer. */
  squares: usize;

  // What comes back.
  /** How many examples were answered right. */
  right: u32;
  /** Not 0 if an activation, or a parameter that was moved, is not finite. */
  overflow: u32;

  // Threads.
  threads: u32;
  /** u32 [2], where threads wait for each other: see threads.ts. */
  barrier: usize;
  /** The portions of a turn, and how many there are: see turn.ts. */
  turn: usize;
  portions: u32;
  /** f64 and i32 [count], the cost and the answer at each place of the order, where turns examine. */
  examinedCosts: usize;
  examinedAnswers: usize;
}

/** The layer at an index. */
// @ts-ignore: decorator
@inline
export function layerAt(plan: Plan, index: u32): Layer {
  return changetype<Layer>(plan.layers + index * offsetof<Layer>());
}
