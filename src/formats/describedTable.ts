// The description of a classifier or regressor of tables: version 3 of what describedModel.ts has, with a preparation as JSON has it.
//
// { "version": 3, "kind": "classifier", "activations": [...], "trainable": [...], "networkClassNames": null, "preparation": { "columns": [...], "targets": [...] } }
// { "version": 3, "kind": "regressor", "activations": [...], "trainable": [...], "preparation": { "columns": [...], "targets": [...] } }
import { isRegressor } from '../classifier/isClassifier.js';
import type { TableClassifier } from '../classifier/Reading.js';
import type { Regressor } from '../classifier/TableRegressor.js';
import { headText } from './describedModel.js';
import { namesText } from './json/namesText.js';
import { preparationText } from './json/preparationText.js';

/** The description of a model with a preparation, which `what` writes. Throws unless the preparation is whole. */
export function tableDescriptionText(what: string, model: TableClassifier | Regressor): string {
  const { network, preparation } = model;
  const prepared = preparationText(`${what}: preparation`, preparation).replaceAll('\n', ' ');
  const names = namesText(`${what}: network.classNames`, network.classNames);
  const head = isRegressor(model)
    ? headText(3, 'regressor', network)
    : `${headText(3, 'classifier', network)}, "networkClassNames": ${names}`;
  return `{${head}, "preparation": ${prepared}}`;
}
