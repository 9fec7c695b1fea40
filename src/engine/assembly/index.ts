// What the core exports to its host.
export { enter, leave } from './panels';
export { add, apply, evaluate, finishGradient, reset, restore } from './step';
