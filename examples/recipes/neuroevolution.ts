// Neuroevolution: a network learns to steer without a gradient. Copies of it are changed at random, and the best one goes on.
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { copyOf, Network, Random, tanh } from 'glassbox-nn';
import { type Paint, type Place, toSvg } from 'glassbox-nn/pictures';

/** A ring with five bends: how far the middle of the road is from the origin, by the angle. */
const middle = (angle: number) => 120 + 20 * Math.sin(angle) + 40 * Math.cos(5 * angle);
const isOnRoad = (x: number, y: number) => Math.abs(Math.hypot(x, y) - middle(Math.atan2(y, x))) < 13;
const onPaper = (x: number, y: number): Place => [190 + x, 195 - y];

/** 600 steps, or fewer where it leaves the road. The network sees how far the road goes in five directions, and its output steers. */
function drive(network: Network) {
  let [x, y, heading, laps] = [160, 0, Math.PI / 2, 0];
  const path = [onPaper(x, y)];
  while (path.length <= 600 && isOnRoad(x, y)) {
    const seen = [-1.2, -0.6, 0, 0.6, 1.2].map((turn) => {
      let far = 0;
      while (far < 60 && isOnRoad(x + far * Math.cos(heading + turn), y + far * Math.sin(heading + turn))) far += 3;
      return far / 60;
    });
    heading += 0.3 * (network.forward(seen)[0] ?? 0);
    const before = Math.atan2(y, x);
    [x, y] = [x + 3 * Math.cos(heading), y + 3 * Math.sin(heading)];
    laps += Math.sin(Math.atan2(y, x) - before) / (2 * Math.PI); // the sine of a small angle is the angle
    path.push(onPaper(x, y));
  }
  return { network, path, laps };
}

const random = new Random(1);
const first = drive(new Network([5, 6, 1], { hidden: tanh, output: tanh }));
let best = first;
for (let generation = 1; generation <= 12; generation++) {
  const children = Array.from({ length: 20 }, () => copyOf(best.network));
  for (const { weights, biases } of children.flatMap(({ layers }) => layers)) {
    for (const numbers of [weights, biases]) numbers.set(numbers.map((number) => number + 0.2 * random.normal()));
  }
  best = [best, ...children.map(drive)].reduce((one, other) => (other.laps > one.laps ? other : one));
  console.log(`generation ${String(generation).padStart(2)}: ${best.laps.toFixed(2)} laps`);
}

const turn = Array.from({ length: 181 }, (_, index) => (index * Math.PI) / 90);
const edge = (r: number) => turn.map((a) => onPaper((middle(a) + r) * Math.cos(a), (middle(a) + r) * Math.sin(a)));
const curve = (points: readonly Place[], paint: Paint) => ({ kind: 'curve', points, paint, width: 2 }) as const;
const shapes = [curve(edge(13), 'soft'), curve(edge(-13), 'soft'), curve(best.path, 'positive'), curve(first.path, 'negative')];
const description = `Green goes round ${best.laps.toFixed(2)} times, and red, from before it learnt, leaves the road.`;
const svg = toSvg({ width: 380, height: 360, title: 'The path of a network that steers', description, shapes });
await writeFile(process.argv[2] ?? `${tmpdir()}/neuroevolution.svg`, svg);
