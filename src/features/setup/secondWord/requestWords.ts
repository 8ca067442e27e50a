import { DateTime } from 'luxon';
import type { SetupWords } from '../setupWords';
import { named, NOWHERE } from '../setupWords';
import type { Change, ChannelChange, SetupRequest } from './request';
import { lapsesAt } from './request';

/** Nobody else could approve it. */
export const ONLY_ADMINISTRATOR: SetupWords = {
  title: 'Nothing was changed',
  lines: [
    'You are the only administrator of this bot. Who gets reports is changed only when a second administrator approves it.',
    'Please have a second administrator added first: their id goes into ADMIN_OBJECT_IDS, in the settings of this bot.',
  ],
};

/** What is asked for, after "that". */
function wish(change: Change): string {
  if (change.what === 'lead')
    return `${change.to.name} is the complaints lead in place of ${change.from.name}`;
  if (change.to) return `reports go to ${named(change.to)}`;
  return `reports go to no channel${change.from ? `, and no longer to ${named(change.from)}` : ''}`;
}

/** For the one who asks. */
export function askedWords(request: SetupRequest, others: number): SetupWords {
  const whom = others === 1 ? 'the other administrator' : `the ${others} other administrators`;
  return {
    title: 'Waiting for a second administrator',
    lines: [
      `You asked that ${wish(request.change)}. Nothing is changed yet.`,
      `I am asking ${whom} in their own chat. It is done once one of them approves it, until ${inWords(lapsesAt(request))}. I tell you either way.`,
    ],
  };
}

/** For `setup`: a line for each that is not decided. */
export function waitingWords(request: SetupRequest): string {
  return `${request.askedBy.name} asks that ${wish(request.change)}. Another administrator can approve it until ${inWords(lapsesAt(request))}.`;
}

/** For every other administrator, above the two answers. */
export function questionWords(request: SetupRequest): SetupWords {
  const { change, askedBy } = request;
  return {
    title: 'A change to who gets reports: do you approve it?',
    lines: [
      `${askedBy.name} asks that ${wish(change)}.`,
      meaning(change),
      `Nothing is changed unless another administrator than ${askedBy.name} approves it, until ${inWords(lapsesAt(request))}. Please approve it only if you know why it is needed.`,
    ],
  };
}

function meaning(change: Change): string {
  if (change.what === 'lead') return 'The complaints lead sees reports and confirms who else does.';
  if (!change.to) return NOWHERE;
  const now = change.from ? `Now they go to ${named(change.from)}.` : 'Now no channel is set.';
  return `${now} Open reports move too, and members of ${change.to.teamName} can be confirmed to see them.`;
}

/** What the question becomes: the same for whoever presses later. */
export function decidedWords({ state, decidedByName = '', askedBy, change }: SetupRequest): SetupWords {
  const approved = state === 'approved';
  return {
    title: approved ? 'Approved' : 'Not approved',
    lines: [
      `${decidedByName} ${approved ? 'approved' : 'did not approve'} that ${wish(change)}. ${askedBy.name} asked for it.`,
      ...(approved ? [] : ['Nothing was changed.']),
    ],
  };
}

/** Word of what came of it, for the one who asked. */
export function answerWords(request: SetupRequest): SetupWords {
  const { state, unreached, outcome, decidedByName = '', change } = request;
  if (unreached) return { title: 'Nobody could be asked to approve', lines: UNREACHED };
  if (state === 'asked')
    return {
      title: 'Your change has lapsed',
      lines: [`Nobody approved within 24 hours that ${wish(change)}.`, `So nothing was changed. ${AGAIN}`],
    };
  if (state === 'refused')
    return {
      title: 'Your change was not approved',
      lines: [
        `${decidedByName} did not approve that ${wish(change)}.`,
        `So nothing was changed. Please talk to them. ${AGAIN}`,
      ],
    };
  const approved = `${decidedByName} approved that ${wish(change)}.`;
  if (outcome === 'outdated')
    return {
      title: 'Nothing was changed',
      lines: [approved, `But something else was changed in the meantime. ${AGAIN}`],
    };
  return { title: 'Your change was approved', lines: [approved, whatFollows(change)] };
}

const AGAIN = 'You can ask again; setup shows how things are.';
const UNREACHED = [
  'I cannot write to any other administrator: they have to open a chat with me first.',
  'Please ask one of them to do that, and then ask me again. Nothing was changed.',
];

function whatFollows(change: Change): string {
  if (change.what === 'lead')
    return `It is so from now on, and the channel for concerns is told. ${change.from.name} needs to be confirmed to go on seeing reports.`;
  return change.to
    ? 'It is so from now on. Open reports move there in the next minutes, and the channel before is told.'
    : NOWHERE;
}

/** For the channel that reports no longer go to; it does not say where they go. @param goneBy when its cards are away */
export function oldChannelWords(change: ChannelChange, goneBy: Date): SetupWords {
  return {
    title: change.to ? 'Reports go to another channel now' : 'No new report comes to this channel',
    lines: [
      'An administrator of this bot asked for this, and a second administrator approved it.',
      change.to
        ? `The cards of open reports that are here are taken away by ${inWords(goneBy)}. The reports are not lost.`
        : 'No other channel is set yet, so the cards that are here stay. They are taken away within 15 minutes after another channel is set.',
      'If this surprises you, please ask your administrator.',
    ],
  };
}

function inWords(moment: Date): string {
  const there = DateTime.fromJSDate(moment, { zone: 'Europe/London' }).setLocale('en-GB');
  return there.toFormat("d LLLL yyyy 'at' HH:mm");
}
