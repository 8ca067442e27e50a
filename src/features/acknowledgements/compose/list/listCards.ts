import type { Card } from '../../../../cards/render';
import { render } from '../../../../cards/render';
import type { Draft } from '../draft';
import type { Finding } from './findings';

/** Ten thousand addresses of usual length fit, and a message of this size still reaches the bot. */
export const LONGEST_LIST = 200_000;
const LONGEST_PAPER = 20_000;

/** Where addresses are pasted. @param problem a sentence on what to change; empty for none */
export function listCard(draft: Draft, problem = ''): Card {
  const so = [problem, standingOf(draft)].filter((line) => line !== '').join(' ');
  return render('acknowledgements/list', {
    so,
    hasSo: so !== '',
    hasList: draft.list !== undefined || draft.onPaper > 0,
    longest: LONGEST_LIST,
    longestPaper: LONGEST_PAPER,
    draft: draft.id,
  });
}

export const NOTHING_SENT = 'Nothing is sent yet. Press Preview in the request to see who gets it.';

/** What was found, before anything is sent. @param intro what the person has to know first */
export function listReportCard(draft: Draft, findings: readonly Finding[], intro = NOTHING_SENT): Card {
  return render('acknowledgements/listReport', {
    intro,
    findings,
    longestPaper: LONGEST_PAPER,
    draft: draft.id,
  });
}

function standingOf({ list, onPaper }: Draft): string {
  const lines = [
    ...(list
      ? [`Your list has ${list.people.toLocaleString('en-GB')} people; a new one takes its place.`]
      : []),
    ...(onPaper > 0 ? [`To be asked on paper: ${onPaper}; new names are added.`] : []),
  ];
  return lines.join(' ');
}
