// The layout of the core's memory: places, given out one after another before anything is written, so that all sizes are known first;
// and records of named fields, which the host writes and AssemblyScript reads as a class.

/** The kind of a field; usize is a place, in bytes from the start of memory. */
export type Kind = 'u32' | 'usize' | 'f32' | 'f64' | 'u64';

/** A kind of record: where each field lies in it, and how many bytes it takes. */
export interface RecordShape<Name extends string> {
  readonly fields: Readonly<Record<Name, { readonly kind: Kind; readonly offset: number }>>;
  readonly bytes: number;
}

/** A number for each field of a kind of record. */
export type ValuesOf<Shape extends RecordShape<string>> = { readonly [Name in keyof Shape['fields']]: number };

/** Where each field lies: one after another, each at a multiple of its size, as AssemblyScript lays out a class. */
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
    if (kind === 'u32' || kind === 'usize') view.setUint32(place + offset, value, true);
    if (kind === 'f32') view.setFloat32(place + offset, value, true);
    if (kind === 'f64') view.setFloat64(place + offset, value, true);
  }
}

/** Each place starts where a cache line does. */
const LINE = 64;

/** A number of bytes, rounded up to whole cache lines. */
export function wholeLines(bytes: number): number {
  return Math.ceil(bytes / LINE) * LINE;
}

/** Gives out places from `start` on; `end` is where the last one ends. */
export class Places {
  end: number;

  constructor(start: number) {
    this.end = wholeLines(start);
  }

  /** Returns a place for `bytes` bytes. */
  take(bytes: number): number {
    const place = this.end;
    this.end = place + wholeLines(bytes);
    return place;
  }
}
