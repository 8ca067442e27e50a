import type { Urgency } from './case';
import type { Affected, Danger, Kind } from '../report/draft';

/** Kinds in which a service user may be hurt further while nobody looks. */
const PRESSING: readonly Kind[] = ['picture', 'confidential', 'contact', 'sexual'];

/** @param urgentWords the free text speaks of immediate danger. */
export function urgencyOf(danger: Danger, kind: Kind, affected: Affected, urgentWords: boolean): Urgency {
  if (danger === 'yes' || urgentWords) return 'danger';
  return kind === 'sexual' || (affected === 'serviceUser' && PRESSING.includes(kind)) ? 'soon' : 'normal';
}
