import type { Card } from '../../cards/render';
import { render } from '../../cards/render';
import type { SetupRequest } from './secondWord/request';
import { questionWords } from './secondWord/requestWords';
import type { SetupState } from './setupStatus';
import { isComplete, statusLines } from './setupStatus';
import type { SetupWords } from './setupWords';

/** Most lines of contacts that the card shows; the rest are counted. */
const SHOWN_PROBLEMS = 20;

/** What became of a command. */
export function resultCard({ title, lines }: SetupWords): Card {
  return render('setup/result', { title, lines: lines.map((text) => ({ text })) });
}

/** Asks a second administrator. */
export function questionCard(request: SetupRequest): Card {
  const { title, lines } = questionWords(request);
  return render('setup/approve', { title, lines: lines.map((text) => ({ text })), request: request.id });
}

/** What is set and what is missing. */
export function statusCard(state: SetupState): Card {
  const shown = state.contactProblems.slice(0, SHOWN_PROBLEMS);
  const more = state.contactProblems.length - shown.length;
  return render('setup/status', {
    title: isComplete(state) ? 'Everything is set up' : 'Some things are still to do',
    lines: statusLines(state),
    hasProblems: shown.length > 0,
    problems: [...shown, ...(more > 0 ? [`and ${more} more`] : [])].map((text) => ({ text })),
  });
}
