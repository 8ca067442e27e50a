import sharp from 'sharp';

/** A plain picture with the place where it was taken, as a phone writes it. */
export function pictureWithPlace(): Promise<Buffer> {
  return sharp({ create: { width: 240, height: 160, channels: 3, background: '#7a9' } })
    .withExif({
      IFD0: { Make: 'Invented Phone' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '54/1 22/1 0/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '2/1 54/1 0/1',
      },
    })
    .jpeg()
    .toBuffer();
}

/** A picture of this size in bytes: what comes after its end is looked at by nobody. */
export async function pictureOf(bytes: number): Promise<Buffer> {
  const picture = await pictureWithPlace();
  return Buffer.concat([picture, Buffer.alloc(bytes - picture.length, 0x5a)]);
}

/** The first bytes of a program for Windows. */
export const PROGRAM = Buffer.concat([Buffer.from('MZ\u0090\u0000\u0003', 'latin1'), Buffer.alloc(2_000)]);
