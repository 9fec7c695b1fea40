// The pixels of an image of 28 x 28 as a table.
import { AsTable } from './AsTable';

const SIDE = 28;

/** Which pixels, and how they are written. */
interface PixelTableProps {
  readonly caption: string;
  readonly named?: boolean;
  /** [784] */
  readonly pixels: Float32Array;
  /** In hundredths if left out. */
  readonly write?: (value: number) => string | number;
}

export function PixelTable({ caption, named, pixels, write = hundredths }: PixelTableProps) {
  return (
    <AsTable
      caption={caption}
      {...(named && { named })}
      headings={['Row', ...Array.from({ length: SIDE }, (_, column) => String(column + 1))]}
      rows={() =>
        Array.from({ length: SIDE }, (_, row) => [
          row + 1,
          ...Array.from(pixels.subarray(row * SIDE, (row + 1) * SIDE), (value) => write(value)),
        ])
      }
    />
  );
}

function hundredths(value: number): number {
  return Math.round(value * 100);
}
