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

/** What is fetched by a link: the counts of the complaints lead, or the chronology of a case. */
export class FilesToFetch {
  constructor(
    private readonly links: FileLinks,
    private readonly report: Pick<ConcernsReport, 'nameOf' | 'file'>,
    private readonly chronologies: Pick<Chronologies, 'nameOf' | 'file'>,
  ) {}

  /** Changes nothing: programs that look at every link open it too. */
  async find(token: string): Promise<{ readonly name: string } | undefined> {
    const link = await this.links.find(token);
    if (!link) return undefined;
    const name = link.caseId ? await this.chronologies.nameOf(link.caseId) : this.report.nameOf();
    return name === undefined ? undefined : { name };
  }

  /** Uses the link up. `refused`: the person may not see it any more, or Teams does not say that they may. */
  async fetch(token: string): Promise<FileToFetch | 'gone' | 'refused'> {
    const link = await this.links.find(token);
    if (!link) return 'gone';
    const { personId, caseId } = link;
    const file = caseId ? await this.chronologies.file(personId, caseId) : await this.report.file(personId);
    if (file === 'refused') return file;
    return (await this.links.take(token)) ? file.make() : 'gone';
  }
}
