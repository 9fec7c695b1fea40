// The package's doors by name, for examples that import from them; that of pages alone, glassbox-nn/browser, is not among them.
import * as main from 'glassbox-nn';
import * as data from 'glassbox-nn/data';
import * as digits from 'glassbox-nn/digits';
import * as formats from 'glassbox-nn/formats';
import * as node from 'glassbox-nn/node';
import * as pictures from 'glassbox-nn/pictures';
import * as samples from 'glassbox-nn/sample-digits';

export const DOORS = {
  'glassbox-nn': main,
  'glassbox-nn/data': data,
  'glassbox-nn/digits': digits,
  'glassbox-nn/formats': formats,
  'glassbox-nn/node': node,
  'glassbox-nn/pictures': pictures,
  'glassbox-nn/sample-digits': samples,
};
