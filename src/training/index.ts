export type { AbortSignalLike } from './abort.js';
export type { ClassReport } from './classReports.js';
export { type EvaluateOptions, type Evaluation, evaluate } from './evaluate.js';
export { fit } from './fit.js';
export type { TrainingOptions } from './options.js';
export type { EpochRecord, History, StepRecord, ValidationRecord } from './records.js';
export { responses } from './responses.js';
export { train } from './train.js';
export { type TrainStepsOptions, trainSteps } from './trainSteps.js';
