// Classifiers and regressors of tables that have each kind of column, with every option, and rows for them.
import {
  classifier,
  gelu,
  identity,
  Network,
  type Regressor,
  regressor,
  sigmoid,
  softmax,
  type TableClassifier,
  tanh,
} from 'glassbox-nn';
import { type Preparation, type PrepareOptions, prepare, type Row, table } from 'glassbox-nn/data';

const onWarning = () => {};

const PASSENGERS = `id,age,fare,ship_class,port,member,siblings,survived
1,22.5,7.25,third,S,yes,1,no
2,,71.25,first,C,no,1,yes
3,54,8,third,,,0,no
4,35,53.125,first,S,yes,1,yes
5,27,,second,Q,no,0,no
6,14.75,11.5,third,C,,0,yes
7,4,16.75,second,S,yes,1,yes
8,58,26.5,first,S,no,0,no
`;

/** Passengers, with gaps in most columns. */
export const passengers = table(PASSENGERS, { kinds: { siblings: 'word' } });

const HOUSES =
  'area,garden,heating,year,price,rent\n60,no,gas,1950,210000,900\n80,no,,1970,270000,1100\n80,yes,oil,,300000,1300\n120,yes,gas,2001,390000,1750\n,no,pump,2010,350000,1500\n';

/** Houses, whose prices and rents are asked. */
export const houses = table(HOUSES);

type Options = Partial<PrepareOptions>;

/** Options of preparations of passengers, each with what it shows. */
export const OPTIONS: readonly (readonly [string, Options])[] = [
  ['the usual options', {}],
  [
    'indicators, and a column for words that were not seen',
    { missingIndicator: true, unseen: 'column', columns: { id: 'drop' } },
  ],
  ['zeros for words that were not seen, means, and from 0 to 1', { unseen: 'zeros', missing: 'mean', scale: 'minMax' }],
  [
    'the most frequent number, no scaling, and rare words joined',
    { missing: 'mostFrequent', scale: 'none', unseen: 'column', minFrequency: 3, columns: { id: 'drop' } },
  ],
  [
    'missing cells that are refused where none was seen',
    {
      columns: {
        ship_class: { missing: 'refuse' },
        siblings: { missing: 'refuse', unseen: 'zeros' },
        id: { missing: 'refuse' },
      },
    },
  ],
  [
    'indicators where none was missing, and words in an order of their own',
    {
      columns: {
        id: { missingIndicator: true, scale: 'minMax' },
        ship_class: { categories: ['third', 'second', 'first', 'crew'], missingIndicator: true },
        member: { missingIndicator: true },
      },
    },
  ],
];

/** A preparation of passengers. */
function prepared(options: Options): Preparation<'survived'> {
  return prepare(passengers, { target: 'survived', onWarning, ...options });
}

/** A classifier of passengers, of two outputs or one. */
export function passengerReader(options: Options, outputs = 2, seed = 1): TableClassifier {
  const preparation = prepared(options);
  const network = new Network([preparation.width, 5, outputs], {
    hidden: tanh,
    output: outputs === 1 ? sigmoid : softmax,
    seed,
  });
  return classifier(network as Network, { preparation });
}

/** A regressor of houses. */
export function houseReader(options: Options = {}): Regressor {
  const preparation = prepare(houses, { target: ['price', 'rent'], onWarning, ...options });
  const network = new Network([preparation.width, 4, 2], { hidden: gelu, output: identity, seed: 5 });
  return regressor(network as Network, { preparation });
}

/** Rows that any of these classifiers may read or refuse: each cell is there, missing, not seen, or at the edge. */
export function passengerRows(): Row[] {
  const usual: Row = { id: 3, age: 31, fare: 12.5, ship_class: 'third', port: 'S', member: true, siblings: '1' };
  const cells: Record<string, readonly Row[string][]> = {
    id: [0, -7, 1e6],
    age: [null, 0, -0.5, 1e20, 3.5e38],
    fare: [null, 512.5],
    ship_class: [null, 'first', 'crew', 'Third'],
    port: [null, 'C', 'Q', 'X', '?'],
    member: [null, false],
    siblings: [null, '0', '2'],
  };
  const rows = [usual, Object.fromEntries(Object.keys(usual).map((name) => [name, null]))];
  for (const [name, values] of Object.entries(cells)) for (const value of values) rows.push({ ...usual, [name]: value });
  return [...rows, ...[...passengers].map(({ survived: _, ...row }) => row)];
}
