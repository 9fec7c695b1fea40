// Numbers of a training as they are read.

/** 0.9312 as 93.1 %. */
export const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** A cost, with as many places as tell it apart. */
export const shortCost = (cost: number) =>
  cost === 0 ? '0' : cost < 0.001 ? cost.toExponential(1) : cost < 10 ? cost.toPrecision(3) : cost.toFixed(1);
