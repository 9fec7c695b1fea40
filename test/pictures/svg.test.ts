// SVG as text: well-formed, with a title and a description, and with no way in for markup or scripts; and the PNG inside.
import { Network } from 'glassbox-nn';
import { type Drawing, digitPicture, layerPicture, networkDrawing, themes, toPng, toSvg } from 'glassbox-nn/pictures';
import { describe, expect, it } from 'vitest';
import { escaped } from '../../src/pictures/svg/svgText.js';
import { expectRefusal } from '../support/refusals.js';

const drawing: Drawing = { width: 100, height: 50, title: 'A title', description: 'Words.', shapes: [] };

describe('the SVG of a drawing', () => {
  it('has a role, a title and a description for screen readers', () => {
    expect(toSvg(drawing)).toContain('role="img"><title>A title</title><desc>Words.</desc>');
  });

  it('is as wide as asked for', () => {
    expect(toSvg(drawing, { width: 400 })).toContain('width="400" height="200" viewBox="0 0 100 50"');
  });

  it('escapes markup and leaves out what XML does not allow (case 135)', () => {
    const hostile = '</title><script>alert(1)</script>"\'&\u0000\u001b\ud800\uffff';
    const text: Drawing = {
      ...drawing,
      title: hostile,
      description: hostile,
      shapes: [
        { kind: 'text', at: [0, 0], text: hostile },
        { kind: 'circle', at: [1, 1], radius: 1, paint: 'ink', tip: hostile },
      ],
    };
    const svg = toSvg(text);
    for (const bad of ['<script', '</title></title>', '\u0000', '\u001b', '\ud800', '\uffff']) expect(svg).not.toContain(bad);
    expect(svg.split('&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;')).toHaveLength(5);
  });

  it('has the colours of the theme, and dashes where a theme of greys needs them', () => {
    const line: Drawing = { ...drawing, shapes: [{ kind: 'line', from: [0, 0], to: [9, 9], paint: { signed: -1 } }] };
    expect(toSvg(line)).toContain('stroke="#fa4b46"');
    expect(toSvg(line)).not.toContain('dasharray');
    expect(toSvg(line, { theme: 'grey' })).toContain('stroke-dasharray');
    expect(toSvg(line, { theme: { ...themes.video, negative: [1, 2, 3] } })).toContain('stroke="#010203"');
  });

  it('has no numbers that are none, and no other file', () => {
    const svg = toSvg(networkDrawing(new Network([784, 16, 10]), new Float32Array(784)));
    expect(svg).not.toMatch(/NaN|Infinity|undefined|url\(/);
    expect(svg.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
  });

  it('is refused for what is none, and for options that cannot be', async () => {
    await expectRefusal(() => toSvg({} as never), 'ArgumentError', 'a picture');
    await expectRefusal(() => toSvg({ ...drawing, width: Number.NaN }), 'ArgumentError', 'a width and a height');
    await expectRefusal(() => toSvg(drawing, { width: -1 }), 'OutOfRangeError', 'width');
    await expectRefusal(() => toSvg(drawing, { height: 3 } as never), 'ArgumentError', 'It follows from width.');
  });
});

describe('a text in an SVG', () => {
  it('says every character as XML has it, and leaves out what XML does not allow', () => {
    expect(escaped(`a <b> & "c" 'd' \t\n`)).toBe('a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; \t\n');
    expect(escaped('Äß € 日本 😀')).toBe('Äß € 日本 😀');
    expect(escaped('a\0b\u001fc\u007fd\u009fe\ud83df\ude00g\ufffeh')).toBe('abcdefgh');
  });
});

describe('the SVG of a picture', () => {
  it('has the picture inside and its legend below', () => {
    const svg = toSvg(layerPicture(new Network([784, 16, 10]).layers[0]));
    expect(svg).toMatch(/href="data:image\/png;base64,[A-Za-z0-9+/]+=*"/);
    expect(svg).toContain('>0</text>');
    expect(toSvg(layerPicture(new Network([784, 16, 10]).layers[0]), { legend: false })).not.toContain('<text');
  });

  it('has the paper of the theme that the picture was made in, unless another is given', () => {
    const picture = digitPicture([0, 1, 1, 0], { theme: 'grey' });
    expect(toSvg(picture)).toContain('fill="#fff');
    expect(toSvg(picture)).toBe(toSvg(picture, { theme: 'grey' }));
    expect(toSvg(picture, { theme: 'video' })).not.toBe(toSvg(picture));
  });

  it('is no larger than it may be (case 138)', async () => {
    const huge = { width: 2 ** 16, height: 2 ** 16, data: new Uint8ClampedArray(4) };
    await expectRefusal(() => toSvg(huge), 'LimitError', '65536 x 65536');
    await expectRefusal(() => toPng(huge), 'LimitError', '65536 x 65536');
  });
});

describe('a PNG file', () => {
  it('holds the pixels of a picture of more than one block, by the decoder of the platform', async () => {
    const values = Float32Array.from({ length: 150 * 150 }, (_, index) => (index % 256) / 255);
    const picture = digitPicture(values);
    const png = toPng(picture);
    expect([...png.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    const start = 8 + 25 + 8;
    const length = new DataView(png.buffer).getUint32(33);
    const stream = new Blob([png.slice(start, start + length)]).stream().pipeThrough(new DecompressionStream('deflate'));
    const rows = new Uint8Array(await new Response(stream).arrayBuffer());
    expect(rows).toHaveLength(150 * 601);
    for (let y = 0; y < 150; y++) {
      expect(rows[y * 601]).toBe(0);
      expect(rows.slice(y * 601 + 1, (y + 1) * 601)).toEqual(new Uint8Array(picture.data.slice(y * 600, (y + 1) * 600)));
    }
  });
});
