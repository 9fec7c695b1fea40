// What the panels that build and train are set to: the network that is to be, and how it is to learn.
import { signal } from '@preact/signals';
import { type NetworkSpec, TRAINED } from '../model/NetworkSpec';
import { type TrainingSpec, USUAL_TRAINING } from '../model/TrainingSpec';
import { type Task, tasks } from '../model/tasks';

/** The network that the building panel makes next; the one on the page may be another. */
export const networkSpec = signal<NetworkSpec>(TRAINED);

/** How the network on the page learns when training begins, or begins again. */
export const trainingSpec = signal<TrainingSpec>(USUAL_TRAINING);

/** Changes some of what a network is to be. */
export function changeNetwork(changes: Partial<NetworkSpec>): void {
  networkSpec.value = { ...networkSpec.peek(), ...changes };
}

/** Changes some of how it is to learn. */
export function changeTraining(changes: Partial<TrainingSpec>): void {
  trainingSpec.value = { ...trainingSpec.peek(), ...changes };
}

/** Changes the hidden columns. */
export function changeHidden(hidden: readonly number[]): void {
  const { sizes } = networkSpec.peek();
  changeNetwork({ sizes: [sizes[0] as number, ...hidden, sizes.at(-1) as number] });
}

/** Changes what the network reads, and with it its inputs and outputs. */
export function changeTask(task: Task): void {
  const { inputs, outputs } = tasks[task];
  changeNetwork({ sizes: [inputs, ...networkSpec.peek().sizes.slice(1, -1), outputs] });
}
