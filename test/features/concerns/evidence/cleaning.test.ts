import assert from 'node:assert/strict';
import sharp from 'sharp';
import { cleanedCopy } from '../../../../src/features/concerns/evidence/upload/cleaning';
import { contentTypeOf } from '../../../../src/features/concerns/evidence/upload/contentType';

const SECRET = 'Invented Place 54N 2W';
const plain = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: '#7a9' } }).withExif({
    IFD0: { Copyright: SECRET },
  });

describe('the cleaned copy', () => {
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    it(`of a ${format} is the same picture without what was written beside it`, async () => {
      const bytes = await plain().toFormat(format).toBuffer();
      assert.ok(bytes.includes(SECRET), 'the sample holds something to clean');
      const cleaned = (await cleanedCopy(bytes, `image/${format}`)) ?? assert.fail();
      assert.ok(!cleaned.includes(SECRET));
      const about = await sharp(cleaned).metadata();
      assert.deepEqual([about.format, about.width, about.height], [format, 60, 40]);
    });
  }

  it('has nothing of what somebody hung behind the end of a picture', async () => {
    const bytes = Buffer.concat([await plain().jpeg().toBuffer(), Buffer.from(`PK\u0003\u0004${SECRET}`)]);
    assert.ok(!(await cleanedCopy(bytes, 'image/jpeg'))?.includes(SECRET));
  });

  it('stands upright where the phone was held sideways', async () => {
    const bytes = await plain().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { width, height } = await sharp(
      (await cleanedCopy(bytes, 'image/jpeg')) ?? assert.fail(),
    ).metadata();
    assert.deepEqual([width, height], [40, 60]);
  });

  it('is not made of a picture that would fill the memory, nor of half a one', async () => {
    const [width, height] = [8_100, 8_000];
    const raw = { width, height, channels: 1 } as const;
    const bomb = await sharp(Buffer.alloc(width * height), { raw, limitInputPixels: false })
      .png({ compressionLevel: 2 })
      .toBuffer();
    assert.ok(bomb.length < 1_000_000);
    assert.equal(await cleanedCopy(bomb, 'image/png'), undefined);
    const whole = await plain().jpeg().toBuffer();
    assert.equal(await cleanedCopy(whole.subarray(0, whole.length / 2), 'image/jpeg'), undefined);
  });

  it('of a text keeps its letters, but for signs that make it read otherwise', async () => {
    const text = 'Grüße 🙂\nשלום\u202egnp.exe';
    assert.equal(
      (await cleanedCopy(Buffer.from(text), 'text/plain'))?.toString(),
      text.replace('\u202e', ''),
    );
  });
});

describe('what a file is', () => {
  const kinds: readonly [string, Buffer, string, string | undefined][] = [
    [
      'a page of HTML is a text, and shown as one',
      Buffer.from('<html><script>x</script></html>'),
      '',
      'text/plain',
    ],
    [
      'a drawing of SVG is not taken',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'image/svg+xml',
      undefined,
    ],
    [
      'a GIF is not taken',
      Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000', 'latin1'),
      'image/gif',
      undefined,
    ],
    [
      'a program for Linux is not taken',
      Buffer.from('\u007fELF\u0002\u0001\u0001\u0000\u0000\u0000', 'latin1'),
      'text/plain',
      undefined,
    ],
    ['a zip is not taken', Buffer.from('PK\u0003\u0004\u0014\u0000\u0000\u0000', 'latin1'), '', undefined],
    ['nothing but blanks is not taken', Buffer.from('  \n '), 'text/plain', undefined],
    ['bytes that are no letters are not taken', Buffer.from([0x41, 0x00, 0x42]), 'text/plain', undefined],
  ];
  for (const [name, bytes, claimed, type] of kinds)
    it(name, async () => assert.equal(await contentTypeOf(bytes, claimed, true), type));

  it('a text is known by its first piece, which may end inside a letter', async () => {
    const half = Buffer.from('Grüß').subarray(0, 3);
    assert.equal(await contentTypeOf(half, 'text/plain', false), 'text/plain');
    assert.equal(await contentTypeOf(half, 'text/plain', true), undefined);
  });
});
