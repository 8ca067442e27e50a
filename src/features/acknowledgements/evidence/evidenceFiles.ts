import { mayStillSend } from '../compose/permission';
import { dayOf, endOfDay } from '../dates';
import { inspectionPage } from '../inspection/inspectionPage';
import { PRINTED_STYLE } from '../../../files/printedPage';
import { signSheet } from '../inspection/signSheet';
import type { AsAt } from '../inspection/standing';
import type { Parties } from '../parties';
import type { Chain } from './chain';
import type { FileKind, FileLink, FileLinks } from './fileLinks';
import { recordsFile } from './recordsFile';
import { tableFile } from './tableFile';

/** A file on its way to a browser. */
export interface EvidenceFile {
  readonly name: string;
  readonly contentType: string;
  /** Of a page that is shown rather than saved: the style that it may use, word for word. */
  readonly style?: string | undefined;
  readonly lines: AsyncGenerator<string>;
}

/** What the server's pages ask. */
export interface EvidenceFiles {
  readonly publicKeyPem: string;
  /** Changes nothing: programs that look at every link open it too. @returns undefined when there is no such link, or no more. */
  find(token: string): Promise<{ readonly name: string } | undefined>;
  /** Uses the link up. `refused`: the person may not, or Teams does not say so. */
  fetch(token: string): Promise<EvidenceFile | 'gone' | 'refused'>;
}

const PAGE = { ending: 'html', contentType: 'text/html; charset=utf-8', style: PRINTED_STYLE };
const ENDINGS: Readonly<
  Record<FileKind, { readonly ending: string; readonly contentType: string; readonly style?: string }>
> = {
  table: { ending: 'csv', contentType: 'text/csv; charset=utf-8' },
  records: { ending: 'jsonl', contentType: 'application/jsonl; charset=utf-8' },
  inspection: PAGE,
  sheet: PAGE,
  emptySheet: PAGE,
};
const NAMES: Readonly<Record<FileKind, string>> = {
  table: 'acknowledgements',
  records: 'acknowledgements',
  inspection: 'inspection',
  sheet: 'sign-sheet',
  emptySheet: 'sign-sheet',
};

/** What the server gives out of the records. */
export function evidenceFiles(
  parties: Parties & { readonly chain: Chain; readonly fileLinks: FileLinks },
): EvidenceFiles {
  const { fileLinks, clock, roles } = parties;
  const { signing } = parties.evidenceFiles;
  const nameOf = ({ kind, day }: FileLink): string =>
    `${NAMES[kind]}-${day ?? dayOf(clock.now())}.${ENDINGS[kind].ending}`;
  return {
    publicKeyPem: signing.publicKeyPem,
    find: async (token) => {
      const link = await fileLinks.find(token);
      return link && { name: nameOf(link) };
    },
    fetch: async (token) => {
      const link = await fileLinks.find(token);
      if (!link) return 'gone';
      if (!(await mayStillSend(roles, link.personId))) return 'refused';
      const lines = await linesOf(parties, link);
      if (!lines) return 'refused';
      if (!(await fileLinks.take(token))) return 'gone';
      const { contentType, style } = ENDINGS[link.kind];
      return { name: nameOf(link), contentType, style, lines };
    },
  };
}

/** Nothing is read before the first line is asked for. @returns undefined where the page is about a team that is not theirs */
async function linesOf(
  parties: Parties & { readonly chain: Chain },
  { kind, personId, personName, teamId, day }: FileLink,
): Promise<AsyncGenerator<string> | undefined> {
  const reader = { id: personId, name: personName };
  const source = { ...parties, signing: parties.evidenceFiles.signing };
  if (kind === 'table') return tableFile(source, reader);
  if (kind === 'records') return recordsFile(source, reader);
  const team = (await parties.roles.teamsOf(personId)).find((each) => each.id === teamId);
  if (!team || !day) return undefined;
  if (kind === 'inspection') return inspectionPage(parties, reader, team, asAt(parties, day));
  return signSheet(parties, reader, team, kind === 'sheet');
}

/** Today is told as it is now, another day as it was at its end. */
function asAt({ clock }: Parties, day: string): AsAt {
  const now = clock.now();
  return { day, moment: day === dayOf(now) ? now.toISOString() : endOfDay(day) };
}
