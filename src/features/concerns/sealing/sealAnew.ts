import { SealBroken } from '../../../storage/sealing';
import type { Case } from '../case/case';
import type { CaseStore } from '../case/caseStore';
import type { ReportIndex } from '../case/reportIndex';
import type { ConcernsDeps } from '../deps';
import { sealFileKeysAnew } from '../evidence/fileKeys';
import { sealReporter, whoReported } from './reporterSeal';

/**
 * Seals with the newest key what an older one sealed, names and keys of files, so that the older one can be taken away.
 * The way from the person
 * first, then the way to them: cut short anywhere, each of them still leads where it led.
 */
export async function sealAnew(
  deps: Pick<ConcernsDeps, 'sealing' | 'log'>,
  { cases, index }: { readonly cases: CaseStore; readonly index: ReportIndex },
  mayGoOn: () => boolean,
): Promise<void> {
  const sealed: string[] = [];
  for await (const { id, value } of cases.every()) {
    if (!mayGoOn()) return;
    await sealFileKeysAnew(deps, cases, id, value);
    if (deps.sealing.names.isNewest(value.reporter)) continue;
    if (await again(deps, { cases, index }, id, value)) sealed.push(id);
  }
  if (sealed.length > 0) deps.log.info('concerns.namesSealedAnew', { cases: sealed.length });
}

/** @returns false where the key that sealed it is not here any more */
async function again(
  deps: Pick<ConcernsDeps, 'sealing' | 'log'>,
  { cases, index }: { readonly cases: CaseStore; readonly index: ReportIndex },
  id: string,
  value: Case,
): Promise<boolean> {
  try {
    const reporter = whoReported(deps, id, value);
    await index.put(reporter.id, id);
    await index.removeOlder(reporter.id, id);
    await cases.step(id, (now) => ({ next: { ...now, reporter: sealReporter(deps, id, reporter) } }));
    return true;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    deps.log.warn('concerns.nameNotOpened');
    return false;
  }
}
