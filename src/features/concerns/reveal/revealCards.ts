import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Case } from '../case/case';
import type { Reveal } from './caseFields';
import type { Reporter } from '../sealing/reporterSeal';

/** In the second handler's own chat: no reason and nothing of the report, which stay in a dialog. */
export const secondCard = (id: string, { reference }: Case, { by, lifeAtRisk }: Reveal): Card =>
  render('concerns/revealSecond', { case: id, reference, by: by.name, lifeAtRisk });

/** The reason, in a dialog, with the two answers where one is still to be given. */
export const reasonCard = (id: string, { reference }: Case, reveal: Reveal, mayDecide: boolean): Card =>
  render('concerns/revealReason', {
    ...{ case: id, reference, by: reveal.by.name, reason: reveal.reason, mayDecide },
    unsafe: reveal.unsafe,
    isUnsafe: reveal.unsafe !== '',
  });

/** For whoever asked. */
export const answerCard = (
  id: string,
  { reference }: Case,
  { second, state, unreached = false }: Reveal,
): Card =>
  render('concerns/revealAnswer', {
    ...{
      case: id,
      reference,
      second: second?.name ?? '',
      agreed: state === 'agreed',
      unreached,
      refused: state !== 'agreed' && !unreached,
    },
  });

/** For data protection: that it happened, by whom and in which report. */
export const dataProtectionCard = ({ reference }: Case, { by }: Reveal): Card =>
  render('concerns/revealNoted', { reference, by: by.name });

/** For the reporter. @param seen it was seen already, because a life is at risk */
export const reporterCard = (id: string, { reference }: Case, seen: boolean): Card =>
  render('concerns/revealReporter', { case: id, reference, seen });

/** The name: in a dialog, which nothing keeps. */
export const nameCard = ({ reference }: Case, { name }: Reporter): Card =>
  render('concerns/revealName', { reference, name: name || 'The name is not known any more.' });
