// Makes examples/recipes/houses.csv: a table of made-up houses, with words and gaps, whose prices follow a formula and some chance.
// Run it with: npx tsx scripts/makeHouses.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from 'glassbox-nn';

const random = new Random(16);
const DISTRICTS = { Harbour: 1.25, 'Old Town': 1.4, Hillside: 1.1, Station: 0.9, Meadows: 0.8 };
const CONDITIONS = { new: 1.15, good: 1, fair: 0.9, poor: 0.75 };

function oneOf<T>(items: readonly T[]): T {
  return items[Math.floor(random.uniform(0, items.length))] as T;
}

function house(): string {
  const [district, place] = oneOf(Object.entries(DISTRICTS));
  const [condition, state] = oneOf(Object.entries(CONDITIONS));
  const area = Math.round(random.uniform(45, 220));
  const rooms = Math.max(1, Math.round(area / 28 + 0.7 * random.normal()));
  const built = Math.round(random.uniform(1900, 2024));
  const garden = random.uniform(0, 1) < area / 260;
  const age = 1 - (2024 - built) / 600;
  const price = (area * 3000 + rooms * 4000 + (garden ? 30000 : 0)) * place * state * age * (1 + 0.05 * random.normal());
  const known = (cell: string | number, share: number) => (random.uniform(0, 1) < share ? '' : cell);
  const cells = [
    area,
    known(rooms, 0.05),
    known(built, 0.15),
    district,
    known(condition, 0.1),
    garden ? 'yes' : 'no',
    Math.round(price / 1000) * 1000,
  ];
  return cells.join(',');
}

const rows = Array.from({ length: 500 }, house);
const path = join(import.meta.dirname, '../examples/recipes/houses.csv');
writeFileSync(path, `${['area,rooms,built,district,condition,garden,price', ...rows].join('\n')}\n`);
