// What the core exports to its host.
export { evaluate } from './evaluate';
export { countRows, listNumbers } from './listing';
export { areSame, packWeights, unpackWeights } from './panels';
export { answerRows, predict } from './predict';
export { takeRows } from './rows';
export { writeCases } from './sieve';
export { addExamples, finishGradient, reset, restore, update } from './step';
export { evaluateTurn, takeTurn } from './turn';
