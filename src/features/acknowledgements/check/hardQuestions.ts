import type { CardReply } from '../../../bot/cardReply';
import { notice, openDialog } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import { watched } from '../progress/watching';
import type { Checking } from './checking';
import type { CheckQuestion } from './questions';
import type { WrongTriesOf } from './wrongTries';

/** Smaller numbers are not told, so that nobody can be guessed from them. */
export const LEAST_TOLD = 5;
/** So that the card stays under its size limit. */
const MOST_SHOWN = 12;

/** "Hard questions": what people got wrong, over all who were asked about this version, without names. */
export async function showHardQuestions(
  parties: Checking,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await watched(parties, turn.person.id, data);
  if (found.refused !== undefined) return notice(found.refused);
  const tries = await parties.wrongTries.of(found.view.campaign);
  return openDialog('Hard questions', hardQuestionsCard(parties.checkQuestions, tries));
}

/** Questions with at least five wrong tries, the hardest first; all others are one line. */
export function hardQuestionsCard(bank: readonly CheckQuestion[], tries: readonly WrongTriesOf[]): Card {
  const told = tries
    .filter((each) => each.tries >= LEAST_TOLD)
    .sort((one, other) => other.tries - one.tries)
    .flatMap((each) => {
      const question = bank.find(({ id }) => id === each.questionId);
      return question ? [{ ...question, tries: each.tries }] : [];
    })
    .slice(0, MOST_SHOWN);
  return render('acknowledgements/hardQuestions', {
    questions: told.map(({ question, clause, clauseText, tries: count }) => ({
      question,
      clause,
      clauseText,
      tries: count.toLocaleString('en-GB'),
    })),
    others: told.length > 0 ? 'All other questions' : 'Every question',
    few: `fewer than ${LEAST_TOLD}`,
  });
}
