/**
 * Data to train on: your data sets, MNIST and its file format, toy sets, scaling, and augmentation.
 *
 * @module glassbox-nn/data
 */
export type { ApplyInputOptions, ApplyOptions, Augmentation } from './augmentation/Augmentation.js';
export { rotate, shear, shift, zoom } from './augmentation/affine.js';
export { type AugmentOptions, augment } from './augmentation/augment.js';
export { type ElasticOptions, elastic } from './augmentation/elastic.js';
export { type FallingStrengthOptions, fallingStrength } from './augmentation/fallingStrength.js';
export { brightness, noise } from './augmentation/light.js';
export type { AugmentationPart, Ranges } from './augmentation/ranges.js';
export type { BatchesOptions } from './batches.js';
export { circles } from './circles.js';
export type { ClassWeights } from './classWeights.js';
export type { LabelKind } from './csv/csvLabels.js';
export type { CsvColumn, CsvOptions } from './csv/csvOptions.js';
export { type CsvData, parseCsv } from './csv/parseCsv.js';
export { Dataset, type Example, type Parts, type SplitOptions } from './Dataset.js';
export type { DatasetFields } from './datasetFields.js';
export { type DatasetSource, dataset } from './datasetFrom.js';
export type { MnistOptions } from './digitOptions.js';
export { type Foldable, type FoldsOptions, foldIndices, folds } from './folds.js';
export { type GunzipOptions, gunzip } from './gunzip.js';
export type { IdxNumbers, IdxTensor } from './idxTypes.js';
export { type ImageInputOptions, imageInput } from './images/imageInput.js';
export type { Picture } from './images/picture.js';
export type { Labels } from './labels.js';
export { minMax } from './minMax.js';
export { mnist } from './mnist.js';
export type { NpyArray, NpyNumbers } from './numpy/npyTypes.js';
export { parseNpy } from './numpy/parseNpy.js';
export { type NpzOptions, parseNpz } from './numpy/parseNpz.js';
export { oneHot } from './oneHot.js';
export { parseIdx } from './parseIdx.js';
export type { Rows } from './rows.js';
export type { MinMaxScaling, Scaling, ScalingActions, StandardScaling } from './Scaling.js';
export { smoothLabels } from './smoothLabels.js';
export { type SpiralOptions, spirals } from './spirals.js';
export { standardize } from './standardize.js';
export { type StratifiedSplitOptions, stratifiedSplit } from './stratifiedSplit.js';
export type { Cell, ColumnKind, GivenCell, Row, RowOf } from './table/cells.js';
export type {
  ClassTarget,
  DroppedColumn,
  Missing,
  NumberTarget,
  Preparation,
  PreparationData,
  PreparedColumn,
  PreparedNumber,
  PreparedTarget,
  PreparedWord,
  PreparedYesNo,
  Scale,
  ScaledNumber,
  Unseen,
} from './table/Preparation.js';
export { prepare } from './table/prepare.js';
export type { ColumnOptions, PrepareOptions } from './table/prepareOptions.js';
export { readDataset } from './table/readDataset.js';
export { type ReadTablesOptions, readTable, readTables } from './table/readTable.js';
export type { TableSplitOptions } from './table/splitTable.js';
export { Table } from './table/Table.js';
export type { NumberColumn, TableColumn, WordColumn } from './table/TableColumn.js';
export { table } from './table/tableFrom.js';
export type { TableOptions } from './table/tableOptions.js';
export { toIdx } from './toIdx.js';
export type { ToyOptions } from './toys.js';
export { xor } from './xor.js';
