// The functions that a written module may need, as text: the same steps in the same order as those of linalg, so that the bits are
// the same, and the same for every network, so that nothing of a network's can become code.
//
// A comment /*: type*/ or /* as type*/ becomes the type itself in TypeScript, and nothing in JavaScript: see inLanguage.

/** A function as text, and which others it calls. */
interface ModuleFunction {
  readonly needs: readonly string[];
  readonly text: string;
}

const powerOfTwo = `
const eight = new DataView(new ArrayBuffer(8));

/** 2^exponent, exactly: a double keeps its exponent, plus 1023, from its bit 52 on. */
function powerOfTwo(exponent/*: number*/)/*: number*/ {
  eight.setUint32(0, (exponent + 1023) << 20);
  return eight.getFloat64(0);
}
`;

const exp = `
const LN2_HIGH = f(0.693359375);
const LN2_LOW = f(-2.1219444e-4);
const ONE_OVER_LN2 = f(1.4426950408889634);
const TENTH = f(0.1);

/** e^x in float32, from + - x / alone, so that every engine gives the same bits: 2^k e^r, and e^r by Lambert's continued fraction. */
function exp(x/*: number*/)/*: number*/ {
  const clipped = x > 89 ? 89 : x < -104 ? -104 : x;
  const k = f(f(f(clipped * ONE_OVER_LN2) + 12582912) - 12582912);
  const high = f(clipped - f(k * LN2_HIGH));
  const low = f(k * LN2_LOW);
  const r = f(high - low);
  const square = f(r * r);
  const c = f(r - f(square / f(6 + f(square * TENTH))));
  const power = f(1 + f(high + f(f(f(r * c) / f(2 - c)) - low)));
  return f(power * powerOfTwo(k));
}
`;

const tanh = `
const NINTH = f(0.1111111111111111);

/** tanh x in float32, from + - x / alone: Lambert's continued fraction near 0, and by e^2x elsewhere. */
function tanh(x/*: number*/)/*: number*/ {
  const size = Math.abs(x);
  if (size < 0.5625) {
    const square = f(x * x);
    const tail = f(3 + f(square / f(5 + f(square / f(7 + f(square * NINTH))))));
    return f(x - f(f(x * square) / f(tail + square)));
  }
  const above = f(1 - f(2 / f(exp(f(2 * size)) + 1)));
  return x < 0 ? -above : above;
}
`;

const sigmoid = `
/** 1 / (1 + e^-x) */
function sigmoid(sum/*: number*/)/*: number*/ {
  // Of e^x and e^-x, the one that cannot overflow.
  const power = exp(sum > 0 ? -sum : sum);
  return f((sum > 0 ? 1 : power) / f(1 + power));
}
`;

const relu = `
/** x above 0, 0 elsewhere */
function relu(sum/*: number*/)/*: number*/ {
  return sum > 0 || Number.isNaN(sum) ? sum : 0;
}
`;

const leakyRelu = `
const LEAK = f(0.01);

/** x above 0, a hundredth of it elsewhere */
function leakyRelu(sum/*: number*/)/*: number*/ {
  return sum > 0 ? sum : f(LEAK * sum);
}
`;

const elu = `
/** x above 0, e^x - 1 elsewhere */
function elu(sum/*: number*/)/*: number*/ {
  if (sum > 0) return sum;
  // e^x - 1 = 2t / (1 - t) with t = tanh(x / 2), which loses nothing near 0.
  const half = tanh(f(sum * 0.5));
  return f(f(2 * half) / f(1 - half));
}
`;

const softplus = `
const ODD_SHARES = [f(1 / 15), f(1 / 13), f(1 / 11), f(1 / 9), f(1 / 7), f(1 / 5), f(1 / 3), 1];

/** ln(1 + e^x) */
function softplus(sum/*: number*/)/*: number*/ {
  // max(x, 0) + ln(1 + p) with p = e^-|x|, and ln(1 + p) = 2 (s + s^3/3 + s^5/5 + ...) with s = p / (2 + p).
  const power = exp(sum > 0 ? -sum : sum);
  const s = f(power / f(2 + power));
  const square = f(s * s);
  let series = 0;
  for (const share of ODD_SHARES) series = f(f(series * square) + share);
  return f((sum > 0 ? sum : 0) + f(f(2 * s) * series));
}
`;

const gelu = `
const ROOT_2_OVER_PI = f(0.7978845608028654);
const CUBIC = f(0.044715);

/** x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))) */
function gelu(sum/*: number*/)/*: number*/ {
  const bend = tanh(f(ROOT_2_OVER_PI * f(sum + f(CUBIC * f(f(sum * sum) * sum)))));
  const gate = f(1 + bend);
  return gate === 0 ? -0 : f(f(0.5 * sum) * gate);
}
`;

const identity = `
/** The sum as it is. */
function identity(sum/*: number*/)/*: number*/ {
  return sum;
}
`;

const softmax = `
/** e^x of each sum, as a share of all of them. */
function softmax(sums/*: Float32Array*/)/*: Float32Array*/ {
  // The largest is taken away first, so that no power overflows.
  let largest = sums[0]/* as number*/;
  for (const sum of sums) if (sum > largest) largest = sum;
  const powers = sums.map((sum) => exp(f(sum - largest)));
  let total = 0;
  for (const power of powers) total = f(total + power);
  return powers.map((power) => power / total);
}
`;

/** Every function by its name. */
const FUNCTIONS: ReadonlyMap<string, ModuleFunction> = /* @__PURE__ */ new Map<string, ModuleFunction>([
  ['powerOfTwo', { needs: [], text: powerOfTwo }],
  ['exp', { needs: ['powerOfTwo'], text: exp }],
  ['tanh', { needs: ['exp'], text: tanh }],
  ['sigmoid', { needs: ['exp'], text: sigmoid }],
  ['relu', { needs: [], text: relu }],
  ['leakyRelu', { needs: [], text: leakyRelu }],
  ['elu', { needs: ['tanh'], text: elu }],
  ['softplus', { needs: ['exp'], text: softplus }],
  ['gelu', { needs: ['tanh'], text: gelu }],
  ['identity', { needs: [], text: identity }],
  ['softmax', { needs: ['exp'], text: softmax }],
]);

/** Whether a function of this name is an activation that modules have. */
export function isWritten(activation: string): boolean {
  return activation !== 'exp' && activation !== 'powerOfTwo' && FUNCTIONS.has(activation);
}

/** The functions of these names and all that they call, each once, those that are called first. */
export function functionsFor(names: readonly string[]): string {
  const found = new Set<string>();
  const add = (name: string): void => {
    const { needs } = FUNCTIONS.get(name) as ModuleFunction;
    needs.forEach(add);
    found.add(name);
  };
  names.forEach(add);
  return [...found].map((name) => (FUNCTIONS.get(name) as ModuleFunction).text).join('');
}
