import type { PageKeys } from '../../../../../jobs/oneUseLinks';
import { newToken } from '../../../../../storage/tokens';
import type { Composer } from '../../composing';
import type { Draft } from '../../draft';
import type { Finding } from '../findings';
import { keepList } from '../keepList';
import { NOTHING_SENT } from '../listCards';
import { MOST_ADDRESSES } from '../listWords';
import type { OpenDraft } from '../openDraft';
import { openDraft } from '../openDraft';
import { readFileAddresses } from './fileAddresses';
import { textOfFile } from './fileText';
import type { FileRefused } from './fileWords';
import { FILE_WORDS, MOST_BYTES } from './fileWords';

interface Refusal {
  readonly refused: FileRefused;
  /** The same in words. */
  readonly say: string;
}

/** What the page learns at its start. */
interface Begun {
  /** Of the request. */
  readonly title: string;
  readonly mostBytes: number;
  /** What to say of a larger file, which is not even sent. */
  readonly tooLarge: string;
}

/** What became of a file's addresses. */
interface Reported {
  readonly intro: string;
  readonly findings: readonly Finding[];
}

/** What the page asks on which a file of addresses is chosen. Of the file nothing is kept but the people found. */
export class ListFiles {
  constructor(private readonly composer: Composer) {}

  /** The page is there: it has the link from now on. */
  async begin(keys: PageKeys): Promise<Begun | Refusal> {
    const open = await this.open(keys);
    if (open.refused) return refusal(open.refused);
    return { title: open.draft.title, mostBytes: MOST_BYTES, tooLarge: FILE_WORDS.tooLarge };
  }

  /** The file takes the place of the list from before, unless it is refused. @param read only once it is known who asks */
  async read(keys: PageKeys, read: () => Promise<Buffer | undefined>): Promise<Reported | Refusal> {
    const open = await this.open(keys);
    if (open.refused) return refusal(open.refused);
    const bytes = await read();
    if (!bytes || bytes.length > MOST_BYTES) return refusal('tooLarge');
    return this.keep(open.draft, bytes);
  }

  private async keep(draft: Draft, bytes: Buffer): Promise<Reported | Refusal> {
    const found = await textOfFile(bytes);
    if (typeof found === 'string') return refusal(found);
    const addresses = readFileAddresses(found.text);
    if (addresses.addresses.length === 0) return refusal('noAddress');
    if (addresses.addresses.length > MOST_ADDRESSES) return refusal('tooLong');
    const kept = await keepList(this.composer, draft, addresses, newToken());
    return kept.refused ? refusal(kept.refused) : { intro: NOTHING_SENT, findings: kept.findings };
  }

  private async open(keys: PageKeys): Promise<OpenDraft | { readonly refused: 'gone' }> {
    const link = await this.composer.listLinks.takeFor(keys);
    return link ? openDraft(this.composer, link.managerId, link.draftId) : { refused: 'gone' };
  }
}

function refusal(refused: FileRefused): Refusal {
  return { refused, say: FILE_WORDS[refused] };
}
