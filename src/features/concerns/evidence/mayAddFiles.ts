import type { Case } from '../case/case';

/** Material that nobody may copy, keep or pass on: there is no upload for it, whoever asks. */
const NEVER: ReadonlySet<Case['kind']> = new Set<Case['kind']>(['sexual']);

/** Whether files may be added to a case at all. */
export const mayAddFiles = ({ kind }: Pick<Case, 'kind'>): boolean => !NEVER.has(kind);
