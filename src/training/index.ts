export type { AbortSignalLike } from './abort.js';
export type { Checkpoint } from './checkpoint.js';
export type { ClassReport } from './classReports.js';
export { type DiagnoseOptions, diagnose } from './diagnosis/diagnose.js';
export type { Diagnosis, Finding, FindingKind } from './diagnosis/finding.js';
export type { EvaluateOptions, Evaluation } from './Evaluation.js';
export { type EarlyStopping, type EarlyStoppingOptions, earlyStopping } from './earlyStopping.js';
export { evaluate } from './evaluate.js';
export { type EvaluateAsyncOptions, evaluateAsync } from './evaluateAsync.js';
export { type FeatureImageOptions, featureImage } from './featureImage.js';
export { type FitOptions, fit } from './fit.js';
export {
  type LearningRateSweep,
  type LearningRateSweepOptions,
  learningRateSweep,
  type SweepStep,
} from './learningRateSweep.js';
export { type Mistake, type MistakesOptions, mistakes } from './mistakes.js';
export type { Monitor } from './monitor.js';
export type { EarlyStoppingRecord, EpochRecord, History, StepRecord, ValidationRecord } from './records.js';
export { type ReduceOnPlateau, type ReduceOnPlateauOptions, reduceOnPlateau } from './reduceOnPlateau.js';
export { responses } from './responses.js';
export type { TrainingOptions } from './TrainingOptions.js';
export type { TargetReport } from './targetReports.js';
export { type TopExample, type TopExamplesOptions, topExamples } from './topExamples.js';
export { train } from './train.js';
export { type TrainStepsOptions, trainSteps } from './trainSteps.js';
