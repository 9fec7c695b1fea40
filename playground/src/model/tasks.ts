// What a network on this page can read: a drawing of 784 pixels, or a place in the plane.

/** Inputs and outputs of each task. */
export const tasks = {
  digits: { inputs: 784, outputs: 10, name: 'a drawn digit, 784 pixels' },
  plane: { inputs: 2, outputs: 2, name: 'a place in the plane, 2 numbers' },
} as const;

/** A task by its name. */
export type Task = keyof typeof tasks;

/** The task of a network that takes so many numbers; undefined if this page has none. */
export function taskOf(inputs: number | undefined): Task | undefined {
  return inputs === tasks.digits.inputs ? 'digits' : inputs === tasks.plane.inputs ? 'plane' : undefined;
}
