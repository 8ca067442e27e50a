import { inflateSync } from 'node:zlib';

/** A decoded picture: `pixels` holds `channels` bytes for each pixel, row after row. */
export interface Picture {
  width: number;
  height: number;
  channels: 3 | 4;
  pixels: Buffer;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const channelsOfColourType: Record<number, 3 | 4> = { 2: 3, 6: 4 };

/**
 * Reads a PNG of 8 bits a channel, with or without transparency, not interlaced: what icons are.
 * Source: the PNG specification, W3C, 2003.
 * @throws an Error with plain words when it is not one
 */
export function readPng(file: Buffer): Picture {
  if (!file.subarray(0, 8).equals(signature)) throw new Error('it is not a PNG file');
  const header = chunks(file, 'IHDR')[0];
  if (!header || header.length < 13) throw new Error('it has no header');
  const channels = channelsOfColourType[header.readUInt8(9)];
  if (header.readUInt8(8) !== 8 || !channels || header.readUInt8(12) !== 0)
    throw new Error('it must be saved with 8 bits a channel, in colour, not interlaced');
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const rows = inflateSync(Buffer.concat(chunks(file, 'IDAT')));
  return { width, height, channels, pixels: unfilter(rows, width * channels, height, channels) };
}

function chunks(file: Buffer, type: string): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === type) found.push(file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return found;
}

function unfilter(rows: Buffer, stride: number, height: number, step: number): Buffer {
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = rows.readUInt8(y * (stride + 1));
    for (let x = 0; x < stride; x++) {
      const left = x >= step ? pixels.readUInt8(y * stride + x - step) : 0;
      const above = y > 0 ? pixels.readUInt8((y - 1) * stride + x) : 0;
      const corner = x >= step && y > 0 ? pixels.readUInt8((y - 1) * stride + x - step) : 0;
      const raw = rows.readUInt8(y * (stride + 1) + 1 + x);
      pixels.writeUInt8((raw + predict(filter, left, above, corner)) & 0xff, y * stride + x);
    }
  }
  return pixels;
}

function predict(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const toLeft = Math.abs(above - corner);
  const toAbove = Math.abs(left - corner);
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
