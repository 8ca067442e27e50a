import type { Chronologies } from './chronology/chronologies';
import type { FileLinks } from './fileLinks';
import type { ConcernsReport } from './trends/concernsReport';

/** A file on its way to a browser. */
export interface FileToFetch {
  readonly name: string;
  readonly contentType: string;
  /** Of a page that is shown rather than saved: the style that it may use, word for word. */
  readonly style?: string;
  readonly lines: Iterable<string>;
}

/** A file that is made once its link is used up; undefined where there is nothing left to make it from. */
export interface MadeLater {
  make(): Promise<FileToFetch | undefined>;
}

const READ_IT = 'Names are taken out as far as I find them, so read it before you pass it on.';

/** What is fetched by a link: the counts of the complaints lead, or the chronology of a case. */
export class FilesToFetch {
  constructor(
    private readonly links: FileLinks,
    private readonly report: Pick<ConcernsReport, 'nameOf' | 'file'>,
    private readonly chronologies: Pick<Chronologies, 'nameOf' | 'file'>,
  ) {}

  /** Changes nothing: programs that look at every link open it too. */
  async find(token: string): Promise<{ readonly name: string; readonly caution?: string } | undefined> {
    const link = await this.links.find(token);
    if (!link) return undefined;
    if (!link.caseId) return { name: this.report.nameOf(), caution: '' };
    const name = await this.chronologies.nameOf(link.caseId);
    return name === undefined ? undefined : { name, caution: READ_IT };
  }

  /** Uses the link up. `refused`: the person may not see it any more, or Teams does not say that they may. */
  async fetch(token: string): Promise<FileToFetch | 'gone' | 'refused'> {
    const link = await this.links.find(token);
    if (!link) return 'gone';
    const { personId, caseId } = link;
    const file = caseId ? await this.chronologies.file(personId, caseId) : await this.report.file(personId);
    if (file === 'refused') return file;
    return ((await this.links.take(token)) && (await file.make())) || 'gone';
  }
}
