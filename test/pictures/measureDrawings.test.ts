// Drawings of curves, calibration, predictions and residuals.
import { calibration, evaluate, identity, Network, precisionRecallCurve, rocCurve } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import {
  calibrationDrawing,
  type Drawing,
  precisionRecallDrawing,
  predictionsDrawing,
  residualsDrawing,
  rocDrawing,
  type Shape,
  toSvg,
  toTerminal,
} from 'glassbox-nn/pictures';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support/refusals.js';
import { randomExamples } from '../support/toyData.js';

function ofKind<Kind extends Shape['kind']>(drawing: Drawing, kind: Kind): Extract<Shape, { kind: Kind }>[] {
  return drawing.shapes.filter((shape): shape is Extract<Shape, { kind: Kind }> => shape.kind === kind);
}

const textsOf = (drawing: Drawing) => ofKind(drawing, 'text').map(({ text }) => text);
/** Where 0 and 1 are, to the right and down. */
const SQUARE = { left: 54, right: 354, top: 46, bottom: 346 };

const labels = [0, 0, 1, 1];
const outputs = [0.1, 0.4, 0.35, 0.8];
const many = { labels: randomExamples(3000, 1, 2).labels ?? [], outputs: randomExamples(3000, 1, 2, 5).readInputs() };

describe('rocDrawing', () => {
  it('goes from the lower left corner to the upper right one, beside the line of chance', () => {
    const drawing = rocDrawing(rocCurve(labels, outputs));
    const [{ points }] = ofKind(drawing, 'curve');
    expect(points).toEqual([
      [SQUARE.left, SQUARE.bottom],
      [SQUARE.left, (SQUARE.top + SQUARE.bottom) / 2],
      [(SQUARE.left + SQUARE.right) / 2, (SQUARE.top + SQUARE.bottom) / 2],
      [(SQUARE.left + SQUARE.right) / 2, SQUARE.top],
      [SQUARE.right, SQUARE.top],
    ]);
    expect(ofKind(drawing, 'line').filter(({ dashed }) => dashed)).toMatchObject([
      { from: [SQUARE.left, SQUARE.bottom], to: [SQUARE.right, SQUARE.top] },
    ]);
    expect(textsOf(drawing)).toContain('area 0.75');
  });

  it('marks what comes of a threshold', () => {
    const drawing = rocDrawing(rocCurve(labels, outputs), { threshold: 0.375 });
    expect(ofKind(drawing, 'circle')).toMatchObject([{ at: [204, 196] }]);
    expect(textsOf(drawing)).toContain('0.375');
    expect(drawing.description).toContain('it finds 0.5 of the class and takes 0.5 of the others');
    expect(ofKind(rocDrawing(rocCurve(labels, outputs), { threshold: 9 }), 'circle')).toMatchObject([{ at: [54, 346] }]);
    expect(ofKind(rocDrawing(rocCurve(labels, outputs), { threshold: -9 }), 'circle')).toMatchObject([{ at: [354, 46] }]);
  });

  it('leaves out points that cannot be told apart, but for the last', () => {
    const curve = rocCurve(
      many.labels,
      Float64Array.from(many.outputs, (output, index) => output + index * 1e-9),
    );
    const [{ points }] = ofKind(rocDrawing(curve), 'curve');
    expect(points.length).toBeLessThan(curve.points.length);
    expect(points.at(-1)).toEqual([SQUARE.right, SQUARE.top]);
  });
});

describe('precisionRecallDrawing', () => {
  it('is drawn in steps, so that the area below it is the average precision', () => {
    const curve = precisionRecallCurve(labels, outputs);
    const drawing = precisionRecallDrawing(curve, { threshold: 0.5 });
    const [{ points }] = ofKind(drawing, 'curve');
    let area = 0;
    for (let index = 1; index < points.length; index++) {
      const [[from, before], [to, now]] = [points[index - 1], points[index]];
      expect(from === to || before === now).toBe(true);
      area += ((to - from) / 300) * ((SQUARE.bottom - now) / 300);
    }
    expect(area).toBeCloseTo(curve.averagePrecision, 12);
    expect(drawing.description).toContain('At 0.5 the precision is 1 and the recall 0.5.');
    expect(ofKind(drawing, 'line').filter(({ dashed }) => dashed)).toMatchObject([{ from: [54, 196], to: [354, 196] }]);
  });
});

describe('calibrationDrawing', () => {
  it('has a point and a bar for each bin, which tell their numbers', () => {
    const drawing = calibrationDrawing(calibration([0, 0, 1, 1, 1], [0.25, 0.25, 0.25, 0.75, 0.75]));
    expect(ofKind(drawing, 'circle').map(({ at }) => at)).toEqual([
      [54 + 75, 346 - 100],
      [54 + 225, 46],
    ]);
    const [tall, small] = ofKind(drawing, 'rectangle');
    expect([tall.height, small.height]).toEqual([60, 40]);
    expect(ofKind(drawing, 'circle')[0].tip).toBe('0.25 came true 0.333 of 3 times');
    expect(tall.tip).toBe('3 examples');
  });
});

describe('predictionsDrawing and residualsDrawing', () => {
  const inputs = [[1], [2], [4], [8]];
  const two = dataset({
    inputs,
    targets: [
      [2, 1],
      [2, 2],
      [3, 3],
      [8, 4],
    ],
  });
  const network = new Network([1, 2], { output: identity });
  network.layers[0].weights.fill(1);
  const evaluation = evaluate(network, two);

  it('have a point for each example, and its numbers as tips', () => {
    const drawing = predictionsDrawing(two, evaluation.outputs);
    expect(ofKind(drawing, 'circle').map(({ tip }) => tip)).toEqual([
      '1, and it is 2',
      '2, and it is 2',
      '4, and it is 3',
      '8, and it is 8',
    ]);
    const [{ from, to }] = ofKind(drawing, 'line').filter(({ dashed }) => dashed);
    // What is right lies on the line.
    const [, right] = ofKind(drawing, 'circle');
    expect((right.at[1] - from[1]) / (right.at[0] - from[0])).toBeCloseTo((to[1] - from[1]) / (to[0] - from[0]), 12);
    expect(drawing.description).toContain('R2 is 0.919, and the mean absolute error 0.5, of 4 examples.');
  });

  it('colour residuals by their sign, with 0 in the middle', () => {
    const drawing = residualsDrawing(two, evaluation.outputs);
    expect(ofKind(drawing, 'circle').map(({ paint }) => paint)).toEqual(['positive', 'positive', 'negative', 'positive']);
    expect(ofKind(drawing, 'circle')[1].at[1]).toBe(46 + 160);
  });

  it('draw the target that is asked for, and no more examples than asked for', () => {
    const drawing = residualsDrawing(two, evaluation.outputs, { target: 1, most: 2 });
    expect(ofKind(drawing, 'circle').map(({ tip }) => tip)).toEqual(['1 minus 1', '3 minus 4']);
    expect(drawing.description).toBe(predictionsDrawing(two, evaluation.outputs, { target: 1 }).description);
  });

  it('refuse labels, outputs that do not fit, and a target that there is not', async () => {
    const classes = dataset({ inputs, labels: [0, 1, 0, 1] });
    await expectRefusal(() => predictionsDrawing(classes, [1, 2, 3, 4]), 'ArgumentError', 'examples with targets', 'labels');
    await expectRefusal(
      () => predictionsDrawing(two, [1, 2]),
      'ShapeError',
      'predictionsDrawing: outputs',
      '4 numbers or rows',
    );
    await expectRefusal(
      () => residualsDrawing(two, evaluation.outputs, { target: 2 }),
      'OutOfRangeError',
      'residualsDrawing: target',
    );
    await expectRefusal(
      () => residualsDrawing(two, new Array(8).fill(Number.POSITIVE_INFINITY)),
      'ArgumentError',
      'finite numbers',
    );
  });
});

describe('all of them', () => {
  const curve = rocCurve(many.labels, many.outputs, {});
  it('are SVG in every theme', () => {
    const drawings = [
      rocDrawing(curve),
      precisionRecallDrawing(precisionRecallCurve(labels, outputs)),
      calibrationDrawing(calibration(labels, outputs)),
    ];
    for (const drawing of drawings) {
      for (const theme of ['video', 'grey', 'blueOrange'] as const) expect(toSvg(drawing, { theme })).toContain('</svg>');
      for (const shape of drawing.shapes) {
        const places = shape.kind === 'line' ? [shape.from, shape.to] : shape.kind === 'curve' ? shape.points : [shape.at];
        for (const [x, y] of places) expect(x >= 0 && x <= drawing.width && y >= 0 && y <= drawing.height).toBe(true);
      }
    }
  });

  it('refuse what is no curve', async () => {
    await expectRefusal(() => rocDrawing(undefined as never), 'ArgumentError', 'what rocCurve returns', 'undefined');
    await expectRefusal(() => rocDrawing({ points: [{}], area: 1 } as never), 'ArgumentError', 'points[0].falsePositiveRate');
    await expectRefusal(
      () => precisionRecallDrawing({ points: [] } as never),
      'ArgumentError',
      'what precisionRecallCurve returns',
    );
    await expectRefusal(() => calibrationDrawing({} as never), 'ArgumentError', 'what calibration returns');
    await expectRefusal(() => rocDrawing(curve, { treshold: 1 } as never), 'ArgumentError', 'Did you mean threshold?');
  });
});

describe('a drawing in a terminal', () => {
  it('is in dots of braille, with its words', () => {
    const text = toTerminal(rocDrawing(rocCurve(labels, outputs)), { columns: 40, title: true });
    const lines = text.split('\n');
    expect(lines[0]).toBe('ROC curve');
    expect(lines[1]).toMatch(/^ +True positive rate +area 0.75$/);
    expect(lines.at(-1)).toMatch(/^ +false positive rate$/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
    // The curve rises at the left edge, and ends at the upper right.
    const inside = lines.slice(3, -2).filter((line) => /[\u2800-\u28ff]/.test(line));
    expect(inside.length).toBeGreaterThan(14);
    expect(inside.at(-2)?.trimStart()).toMatch(/^[\u2801-\u28ff]/);
  });

  it('has a dot where the shape is, and letters of a text that cannot move the cursor', () => {
    const shapes: Shape[] = [
      { kind: 'circle', at: [5, 9], radius: 1, paint: 'positive' },
      { kind: 'text', at: [8, 14], text: 'a\u001b[31m', size: 3 },
      { kind: 'line', from: [0, 29], to: [39, 29], paint: 'ink' },
      { kind: 'rectangle', at: [200, 200], width: 9e99, height: 9e99, paint: 'ink' },
      { kind: 'circle', at: [Number.NaN, 0], radius: 1e99, paint: 'ink' },
      { kind: 'line', from: [-9e99, -9], to: [9e99, -9], paint: 'ink' },
    ];
    const drawing = { width: 40, height: 32, title: 't', description: 'd', shapes };
    // A character is 4 units wide and 8 tall, so a dot is 2.
    expect(toTerminal(drawing)).toBe([' \u2801a?[31m', '', '\u2824'.repeat(10)].join('\n'));
    const [line] = toTerminal(drawing, { colours: '256' }).split('\n');
    expect(line).toBe(' \u001b[0;38;5;77m\u2801\u001b[0ma?[31m');
  });

  it('is as narrow as asked for, and refuses what is no drawing', async () => {
    const drawing = rocDrawing(rocCurve(labels, outputs));
    for (const columns of [1, 7, 300]) {
      const widest = Math.max(
        ...toTerminal(drawing, { columns })
          .split('\n')
          .map((line) => line.length),
      );
      expect(widest).toBeLessThanOrEqual(Math.min(columns, 95));
    }
    await expectRefusal(() => toTerminal({ ...drawing, shapes: [{ kind: 'star' }] } as never), 'ArgumentError', 'kind');
  });
});
