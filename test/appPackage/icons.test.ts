import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iconProblems } from '../../src/appPackage/iconProblems';
import { readPng } from '../../src/appPackage/png';
import { testPng } from './png';

const folder = join(__dirname, '../../appPackage');
const color = readFileSync(join(folder, 'color.png'));
const outline = readFileSync(join(folder, 'outline.png'));

describe('The icons of the app', () => {
  it('have the sizes that Teams wants, and the outline is white on nothing', () => {
    assert.deepEqual(iconProblems({ color, outline }), []);
  });

  it('may hold any colour where the outline is fully transparent', () => {
    const tick = testPng({ size: 32, pixel: (x) => (x < 4 ? [255, 255, 255, 255] : [0, 0, 0, 0]) });
    assert.deepEqual(iconProblems({ color, outline: tick }), []);
  });

  it('are refused at another size', () => {
    const small = testPng({ size: 96, pixel: () => [20, 82, 92] });
    assert.deepEqual(iconProblems({ color: small, outline }), [
      'color.png is 96 by 96 pixels; it must be 192 by 192.',
    ]);
  });

  it('are refused when the outline has a colour', () => {
    const grey = testPng({ size: 32, pixel: (x) => (x < 4 ? [200, 200, 200, 255] : [255, 255, 255, 0]) });
    assert.deepEqual(iconProblems({ color, outline: grey }), [
      'outline.png may hold white and nothing else.',
    ]);
  });

  it('are refused when the outline has a background', () => {
    const filled = testPng({ size: 32, pixel: () => [255, 255, 255, 255] });
    const opaque = testPng({ size: 32, pixel: () => [255, 255, 255] });
    for (const file of [filled, opaque])
      assert.deepEqual(iconProblems({ color, outline: file }), [
        'outline.png must have a transparent background.',
      ]);
  });

  it('are refused when they are no pictures', () => {
    const problems = iconProblems({ color: Buffer.from('GIF89a'), outline: outline.subarray(0, 40) });
    assert.match(
      problems.join('\n'),
      /color\.png cannot be read: it is not a PNG file\.\noutline\.png cannot be read/,
    );
  });
});

describe('Reading a PNG', () => {
  const pixel = (x: number, y: number): number[] => [(x * 37) % 256, (y * 91) % 256, (x * y) % 256, 255 - x];
  const expected = Array.from({ length: 25 }, (_each, index) =>
    pixel(index % 5, Math.floor(index / 5)),
  ).flat();

  for (const filter of [0, 1, 2, 3, 4])
    it(`gives the right pixels for row filter ${filter}`, () => {
      assert.deepEqual([...readPng(testPng({ size: 5, pixel, filter })).pixels], expected);
    });
});
