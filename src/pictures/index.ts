/**
 * Pictures: numbers of a network as pixels, drawings and text. All of it is plain data, and needs no platform.
 *
 * @module glassbox-nn/pictures
 */
export type { Weighted } from './checkLayer.js';
export { type ActivationCurveOptions, activationCurve } from './drawing/activationCurve.js';
export { calibrationDrawing } from './drawing/calibrationDrawing.js';
export { type ClassCurveOptions, precisionRecallDrawing, rocDrawing } from './drawing/classCurves.js';
export { type CostCurveOptions, costCurve } from './drawing/costCurve.js';
export type {
  CircleShape,
  CurveShape,
  Drawing,
  ImageShape,
  LineShape,
  Paint,
  Place,
  RectangleShape,
  Shape,
  TextShape,
} from './drawing/Drawing.js';
export { learningCurve } from './drawing/learningCurve.js';
export { learningRateCurve } from './drawing/learningRateCurve.js';
export { type NetworkDrawingOptions, networkDrawing } from './drawing/networkDrawing.js';
export { predictionsDrawing, residualsDrawing, type TargetDrawingOptions } from './drawing/targetDrawings.js';
export { type WeightsHistogramOptions, weightsHistogram } from './drawing/weightsHistogram.js';
export { activationsPicture } from './raster/activationsPicture.js';
export { type ConfusionPictureOptions, confusionPicture } from './raster/confusionPicture.js';
export { contributionsPicture } from './raster/contributionsPicture.js';
export { digitPicture } from './raster/digitPicture.js';
export type { GridOptions } from './raster/gridOptions.js';
export { type LayerPictureOptions, layerPicture } from './raster/layerPicture.js';
export { type MistakesPictureOptions, mistakesPicture } from './raster/mistakesPicture.js';
export type { LegendEntry, Picture } from './raster/Picture.js';
export { toPng } from './raster/toPng.js';
export { weightsPicture } from './raster/weightsPicture.js';
export type { Frame } from './recording/Frame.js';
export { type Recording, type RecordOptions, record } from './recording/record.js';
export { type ToSvgOptions, toSvg } from './svg/toSvg.js';
export { type TerminalColours, type TerminalOptions, type ToTerminalOptions, toTerminal } from './terminal/toTerminal.js';
export { type Colour, type Theme, type ThemeName, themes } from './themes.js';
export { type WeightsFromOptions, weightsFrom } from './weightsFrom.js';
