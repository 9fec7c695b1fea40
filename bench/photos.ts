// How long a photo of 640 x 480 takes to be read: npm run bench:photos
import { Random } from 'glassbox-nn';
import { recognize } from 'glassbox-nn/digits';

const [WIDTH, HEIGHT] = [640, 480];
const ROUNDS = 40;
/** Milliseconds that a photo may take. */
const MOST = 20;

/** A 7 in dark ink on paper lit from one side, with noise, in red, green, blue and alpha. */
function photo() {
  const random = Random.stream(0, 'photo');
  const data = new Uint8ClampedArray(4 * WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const isBar = y > 140 && y < 160 && x > 260 && x < 380;
      const isLeg = y >= 150 && y < 340 && Math.abs(x - (375 - 0.45 * (y - 150))) < 11;
      const grey = (isBar || isLeg ? 0.25 : 1) * (120 + (90 * x) / WIDTH) + random.uniform(-8, 8);
      data.set([grey, grey, grey, 255], 4 * (y * WIDTH + x));
    }
  }
  return { data, width: WIDTH, height: HEIGHT };
}

const picture = photo();
const { digit } = recognize(picture);
const times = Array.from({ length: ROUNDS }, () => {
  const began = performance.now();
  recognize(picture);
  return performance.now() - began;
}).sort((one, other) => one - other);
const median = times[ROUNDS / 2] as number;
console.log(
  `recognize of a photo of ${WIDTH} x ${HEIGHT}: ${digit}, median ${median.toFixed(1)} ms of ${ROUNDS}, at most ${MOST}`,
);
if (digit !== 7 || median > MOST) process.exitCode = 1;
