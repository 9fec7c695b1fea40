// What the core exports to its host.
export { countRows, listNumbers } from './listing';
export { areSame, enter, leave } from './panels';
export { answerRows, predict } from './predict';
export { takeRows } from './rows';
export { writeCases } from './sieve';
export { add, apply, evaluate, finishGradient, reset, restore } from './step';
export { examineTurn, takeTurn } from './turn';
