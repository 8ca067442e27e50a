import type { KeyObject } from 'node:crypto';
import { createPublicKey } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { readHeads } from './verifiedHeads';
import type { Genuine } from './verifier';
import { NotGenuine, Verifier } from './verifier';

/** The key that is given cannot be used. */
export class BadKey extends Error {}

/** A line of the product is far shorter. */
const LONGEST_LINE_BYTES = 1024 * 1024;
const NEW_LINE = 0x0a;

/**
 * Checks a file of records without asking anybody.
 * @param keyFile the public key (PEM). @param headsFile daily heads, a line each
 * @throws NotGenuine with the first bad record. @throws BadKey, BadHeads
 */
export async function verifyFile(file: string, keyFile: string, headsFile?: string): Promise<Genuine> {
  const heads = headsFile === undefined ? [] : readHeads(readFileSync(headsFile, 'utf8'));
  const verifier = new Verifier(readKey(keyFile), heads);
  for await (const line of linesOf(createReadStream(file))) verifier.line(line);
  return verifier.end();
}

function readKey(keyFile: string): KeyObject {
  const text = readFileSync(keyFile, 'utf8');
  try {
    const key = createPublicKey(text);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below.
  }
  throw new BadKey('The key is not an Ed25519 public key (PEM).');
}

/** Lines as they are, to the byte: what is not UTF-8 was changed. The end of the last line may be missing. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  const decoded = (line: Buffer): string => {
    number += 1;
    try {
      return decoder.decode(line);
    } catch {
      throw new NotGenuine(`Line ${number} was changed: it is no text.`);
    }
  };
  for await (const chunk of chunks) {
    let bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (let end = bytes.indexOf(NEW_LINE); end !== -1; end = bytes.indexOf(NEW_LINE)) {
      yield decoded(bytes.subarray(0, end));
      bytes = bytes.subarray(end + 1);
    }
    if (bytes.length > LONGEST_LINE_BYTES)
      throw new NotGenuine(`Line ${number + 1} was changed: it is too long.`);
    rest = bytes;
  }
  if (rest.length > 0) yield decoded(rest);
}
