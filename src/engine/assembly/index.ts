// What the core exports to its host.
export { enter, leave } from './panels';
export { add, apply, finishGradient } from './step';
