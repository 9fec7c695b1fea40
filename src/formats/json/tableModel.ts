// Classifiers and regressors of tables from parsed JSON.
import { classifier } from '../../classifier/classifier.js';
import type { TableClassifier } from '../../classifier/Reading.js';
import { regressor } from '../../classifier/regressor.js';
import type { Regressor } from '../../classifier/TableRegressor.js';
import type { Network } from '../../model/typedBySizes.js';
import { describe } from '../../support/wording.js';
import { fileError } from '../fileError.js';
import type { JsonKind } from './jsonModel.js';
import { classNamesAt } from './namesText.js';
import { preparationAt } from './preparationAt.js';

/** The classifier or regressor of a network and of the preparation among the fields at a path. */
export function tableModel(
  path: string,
  fields: Readonly<Record<string, unknown>>,
  network: Network,
  kind: JsonKind,
): TableClassifier | Regressor {
  const answers = kind === 'regressor' ? 'numbers' : 'classes';
  const preparation = preparationAt(`${path}.preparation`, fields.preparation, network, answers);
  const { layers, sizes } = network;
  const last = layers.length - 1;
  network.columnNames = preparation.columnNames;
  if (kind === 'regressor') {
    if (layers[last].activation.kind === 'vector') {
      throw fileError(`${path}.layers[${last}].activation`, 'outputs of any size, for targets of numbers', "'softmax'");
    }
    return regressor(network, { preparation });
  }
  const { classNames } = preparation;
  const names = classNamesAt(`${path}.networkClassNames`, fields.networkClassNames, sizes[last + 1]);
  const place = names?.findIndex((name, index) => name !== classNames?.[index]) ?? -1;
  if (place >= 0) {
    const expected = `${describe(classNames?.[place])}, as the target has it`;
    throw fileError(`${path}.networkClassNames[${place}]`, expected, describe(names?.[place]));
  }
  network.classNames = names;
  return classifier(network, { preparation });
}
