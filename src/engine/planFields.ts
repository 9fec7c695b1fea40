// The fields of the core's plan, in the order in which assembly/Plan.ts has them.

/** What a field holds; usize counts as u32. */
type Kind = 'u32' | 'f32' | 'f64' | 'u64';

/** A kind of record: where each field lies in it, and how many bytes it takes. */
export interface RecordShape<Name extends string> {
  readonly fields: Readonly<Record<Name, { readonly kind: Kind; readonly offset: number }>>;
  readonly bytes: number;
}

/** Where each field lies: one after another, each at a multiple of its size. */
export function shapeOf<const Fields extends Readonly<Record<string, Kind>>>(
  kinds: Fields,
): RecordShape<keyof Fields & string> {
  const fields: Record<string, { kind: Kind; offset: number }> = {};
  let end = 0;
  for (const [name, kind] of Object.entries(kinds)) {
    const size = sizeOf(kind);
    const offset = Math.ceil(end / size) * size;
    fields[name] = { kind, offset };
    end = offset + size;
  }
  return { fields: fields as RecordShape<keyof Fields & string>['fields'], bytes: end };
}

function sizeOf(kind: Kind): number {
  return kind === 'f64' || kind === 'u64' ? 8 : 4;
}

/** One layer. */
export const LAYER = /* @__PURE__ */ shapeOf({
  inputs: 'u32',
  outputs: 'u32',
  stride: 'u32',
  activation: 'u32',
  sparse: 'u32',
  weights: 'u32',
  biases: 'u32',
  weightGradient: 'u32',
  biasGradient: 'u32',
  transposed: 'u32',
  weightedSums: 'u32',
  activations: 'u32',
  passed: 'u32',
  kept: 'u32',
  deltas: 'u32',
  dropThreshold: 'u32',
  dropScale: 'f32',
  frozen: 'u32',
});

/** One network on one data set. */
export const PLAN = /* @__PURE__ */ shapeOf({
  clipLimit: 'f64',
  maxNorm: 'f64',
  cost: 'f64',
  dropHash: 'u64',
  layerCount: 'u32',
  layers: 'u32',
  firstLearner: 'u32',
  frozen: 'u32',
  width: 'u32',
  inputKind: 'u32',
  inputs: 'u32',
  levels: 'u32',
  starts: 'u32',
  columns: 'u32',
  masks: 'u32',
  maskWords: 'u32',
  lit: 'u32',
  touched: 'u32',
  labels: 'u32',
  targets: 'u32',
  labelIsTarget: 'u32',
  batchCapacity: 'u32',
  order: 'u32',
  inputOrder: 'u32',
  position: 'u32',
  batchInputs: 'u32',
  batchKept: 'u32',
  dropping: 'u32',
  dropThreshold: 'u32',
  dropScale: 'f32',
  inputLists: 'u32',
  listCapacity: 'u32',
  costs: 'u32',
  answers: 'u32',
  scratch: 'u32',
  scratchBytes: 'u32',
  scratchPacked: 'u32',
  scratchTarget: 'u32',
  loss: 'u32',
  parameters: 'u32',
  parameterBytes: 'u32',
  gradients: 'u32',
  before: 'u32',
  firstSlot: 'u32',
  secondSlot: 'u32',
  update: 'u32',
  constants: 'u32',
  visits: 'u32',
  l1: 'f32',
  twiceL2: 'f32',
  clipping: 'u32',
  squares: 'u32',
  right: 'u32',
  overflow: 'u32',
  threads: 'u32',
  barrier: 'u32',
  turn: 'u32',
  portions: 'u32',
  examinedCosts: 'u32',
  examinedAnswers: 'u32',
});

/** One portion of a turn: see assembly/turn.ts. */
export const PORTION = /* @__PURE__ */ shapeOf({
  cost: 'f64',
  from: 'u32',
  to: 'u32',
  share: 'f32',
  constants: 'u32',
  right: 'u32',
  outcome: 'u32',
});

/** Many inputs for a network: see assembly/rows.ts. */
export const ROWS = /* @__PURE__ */ shapeOf({
  count: 'u32',
  taken: 'u32',
  inputs: 'u32',
  outputs: 'u32',
  plans: 'u32',
  cases: 'u32',
  refused: 'u32',
});

/** Writes a record at `place`; what is left out is 0, and a u64 is left to others. */
export function writeRecord<Name extends string>(
  view: DataView,
  place: number,
  { fields }: RecordShape<Name>,
  values: { readonly [N in Name]?: number },
): void {
  for (const name of Object.keys(fields) as Name[]) {
    const { kind, offset } = fields[name];
    // Of its own alone: what is left out is 0, whatever all objects inherit.
    const value = (Object.hasOwn(values, name) && values[name]) || 0;
    if (kind === 'u32') view.setUint32(place + offset, value, true);
    if (kind === 'f32') view.setFloat32(place + offset, value, true);
    if (kind === 'f64') view.setFloat64(place + offset, value, true);
  }
}
