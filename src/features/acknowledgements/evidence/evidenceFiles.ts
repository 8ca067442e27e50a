import { mayStillSend } from '../compose/permission';
import { dayOf } from '../dates';
import type { Parties } from '../parties';
import type { Chain } from './chain';
import type { FileKind, FileLinks } from './fileLinks';
import { recordsFile } from './recordsFile';
import { tableFile } from './tableFile';

/** A file on its way to a browser. */
export interface EvidenceFile {
  readonly name: string;
  readonly contentType: string;
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

const ENDINGS: Readonly<Record<FileKind, { readonly ending: string; readonly contentType: string }>> = {
  table: { ending: 'csv', contentType: 'text/csv; charset=utf-8' },
  records: { ending: 'jsonl', contentType: 'application/jsonl; charset=utf-8' },
};

/** What the server gives out of the records. */
export function evidenceFiles(
  parties: Parties & { readonly chain: Chain; readonly fileLinks: FileLinks },
): EvidenceFiles {
  const { fileLinks, clock, roles } = parties;
  const { signing } = parties.evidenceFiles;
  const source = { ...parties, signing };
  const nameOf = (kind: FileKind): string => `acknowledgements-${dayOf(clock.now())}.${ENDINGS[kind].ending}`;
  return {
    publicKeyPem: signing.publicKeyPem,
    find: async (token) => {
      const link = await fileLinks.find(token);
      return link && { name: nameOf(link.kind) };
    },
    fetch: async (token) => {
      const link = await fileLinks.find(token);
      if (!link) return 'gone';
      if (!(await mayStillSend(roles, link.personId))) return 'refused';
      if (!(await fileLinks.take(token))) return 'gone';
      const make = link.kind === 'table' ? tableFile : recordsFile;
      const lines = make(source, { id: link.personId, name: link.personName });
      return { name: nameOf(link.kind), contentType: ENDINGS[link.kind].contentType, lines };
    },
  };
}
