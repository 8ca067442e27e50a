import assert from 'node:assert/strict';
import { fillPlaceholders } from '../../src/appPackage/fillPlaceholders';

describe('Filling the placeholders of the manifest', () => {
  it('puts the values of the environment in, as often as a key stands there', () => {
    const { manifest, missing } = fillPlaceholders(
      '{"a":["${{BOT_ID}}","x/${{BOT_ID}}/${{ PORT }}"],"n":3}',
      {
        BOT_ID: 'b',
        PORT: '1',
      },
    );
    assert.deepEqual({ manifest, missing }, { manifest: { a: ['b', 'x/b/1'], n: 3 }, missing: [] });
  });

  it('lists a key without a value once, whether it is absent or empty', () => {
    const { missing } = fillPlaceholders('["${{BOT_ID}}","${{BOT_ID}}","${{BOT_DOMAIN}}"]', {
      BOT_DOMAIN: '',
    });
    assert.deepEqual(missing, ['BOT_ID', 'BOT_DOMAIN']);
  });

  it('lets the suffix of the name be empty', () => {
    const { manifest, missing } = fillPlaceholders('"Policy${{APP_NAME_SUFFIX}}"', { APP_NAME_SUFFIX: '' });
    assert.deepEqual([manifest, missing], ['Policy', []]);
  });

  it('cannot be made to write other JSON by a value with quotes or with a placeholder of its own', () => {
    const { manifest } = fillPlaceholders('{"name":"${{NAME}}"}', {
      NAME: 'a","id":"${{BOT_ID}}$&',
      BOT_ID: 'b',
    });
    assert.deepEqual(manifest, { name: 'a","id":"${{BOT_ID}}$&' });
  });
});
