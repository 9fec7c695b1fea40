export { accuracy } from './accuracy.js';
export { averagePrecision } from './averagePrecision.js';
export { balancedAccuracy } from './balancedAccuracy.js';
export { brierScore } from './brierScore.js';
export { type Calibration, type CalibrationBin, type CalibrationOptions, calibration } from './calibration.js';
export { type ChooseThresholdOptions, type ChosenThreshold, chooseThreshold } from './chooseThreshold.js';
export {
  type CurveOptions,
  type PrecisionRecallCurve,
  type PrecisionRecallPoint,
  precisionRecallCurve,
  type RocCurve,
  type RocPoint,
  rocCurve,
} from './curves.js';
export { logLoss } from './logLoss.js';
export type { ClassMeasure, ExampleNumbers, Measure, TargetMeasure } from './Measure.js';
export { f1, precision, recall } from './precisionRecall.js';
export { rocAuc } from './rocAuc.js';
export { mae, r2, rmse } from './targetMeasures.js';
export type { ThresholdCounts } from './thresholds.js';
export { topK } from './topK.js';
