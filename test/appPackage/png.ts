import { deflateSync } from 'node:zlib';

/** What a test picture is like. Without `filter` its rows are stored plainly. */
export interface TestPicture {
  size: number;
  /** Red, green, blue and, for a picture with transparency, alpha of the pixel at x, y. */
  pixel: (x: number, y: number) => number[];
  /** One of PNG's five row filters. */
  filter?: number;
}

/** A PNG without checksums (readers of icons do not check them). */
export function testPng({ size, pixel, filter = 0 }: TestPicture): Buffer {
  const rows = Array.from({ length: size }, (_row, y) =>
    Array.from({ length: size }, (_column, x) => pixel(x, y)).flat(),
  );
  const step = pixel(0, 0).length;
  const filtered = rows.map((row, y) => [
    filter,
    ...row.map((value, x) => (value - guess(x, y) + 512) & 255),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, step === 4 ? 6 : 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(filtered.flat()))),
  ]);

  function guess(x: number, y: number): number {
    const left = rows[y]?.[x - step] ?? 0;
    const above = rows[y - 1]?.[x] ?? 0;
    const corner = rows[y - 1]?.[x - step] ?? 0;
    const nearest = [left, above, corner].sort(
      (a, b) => Math.abs(left + above - corner - a) - Math.abs(left + above - corner - b),
    );
    return [0, left, above, Math.floor((left + above) / 2), nearest[0] ?? 0][filter] ?? 0;
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}
