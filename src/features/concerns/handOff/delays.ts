import { render } from '../../../cards/render';
import { told } from '../access/accessCards';
import { isForChannel, isInvolved } from '../access/caseAccess';
import type { Case } from '../case/case';
import type { ConcernsDeps } from '../deps';
import { contactRow } from '../report/contactRows';
import { reporterOf } from '../report/submit';
import { tellPerson } from '../tellPerson';

const CHANNEL_AWAY =
  'Reports wait, because Teams does not take them into the channel for concerns. I go on trying. Please look whether the channel, the team and my installation there are in order: setup shows what I know.';
const NOBODY_ON_THE_LIST =
  'A report waits which nobody can take whom the complaints lead named for such reports. I go on trying. Please ask the lead to look at the list, with the word conflicts.';
const REPORTER_CHANNEL =
  'Your report is saved, but the complaints team has not got it yet, because Teams does not take it at the moment. I go on trying by myself; you need not send it again.';
const REPORTER_LIST =
  'Your report is saved and nobody has seen it. You said that somebody who might handle it is involved, so it goes to one of three people outside the team, and none of them can be reached at the moment. I go on trying. If you do not want to wait, please use one of these:';

/** That something waits and no more; nobody whom the case names is told even that. */
export async function tellAdministrators(deps: ConcernsDeps, value: Case): Promise<void> {
  const uninvolved = deps.administrators.filter((id) => !isInvolved(id, value));
  const card = told('Reports wait', isForChannel(value) ? CHANNEL_AWAY : NOBODY_ON_THE_LIST);
  await Promise.all(uninvolved.map((id) => tellPerson(deps, id, card)));
}

/** The truth, and whom they can turn to until then. */
export async function tellReporter(deps: ConcernsDeps, caseId: string, value: Case): Promise<void> {
  await tellPerson(deps, reporterOf(deps, caseId, value), delayedCard(deps, value, isForChannel(value)));
}

function delayedCard({ contacts }: ConcernsDeps, { reference }: Case, forChannel: boolean) {
  const { emergency, safeguardingInHours, safeguardingOutOfHours, dutyManager, anonymous } = contacts;
  const ways = forChannel
    ? [emergency, safeguardingInHours, safeguardingOutOfHours, dutyManager]
    : [anonymous, safeguardingInHours, safeguardingOutOfHours, emergency];
  return render('concerns/delayed', {
    reference,
    words: forChannel ? REPORTER_CHANNEL : REPORTER_LIST,
    contacts: ways.map(contactRow),
  });
}
