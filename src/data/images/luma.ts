// The luma of colours.

/** The weights of ITU-R Recommendation BT.601, 2.5.1. They add up to 1. */
const LUMA = [0.299, 0.587, 0.114] as const;

/** The luma of a colour, the grey that looks as bright, by ITU-R BT.601. Of a grey it is the grey itself, to the bit. */
export function luma(red: number, green: number, blue: number): number {
  if (red === green && green === blue) return red;
  return LUMA[0] * red + LUMA[1] * green + LUMA[2] * blue;
}
