import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Campaign, CampaignView } from '../campaign/campaign';
import { asksToConfirm, goesLater } from '../campaign/campaign';
import type { Counts } from '../campaign/counts';
import { confirmed, intended, outstanding, sum, UNREACHABLE, unreachable } from '../campaign/counts';
import { MOST_REMINDERS, sendsStill } from '../campaign/reminded';
import { dayInWords, momentInWords, timeInWords } from '../dates';
import { sharedInWords } from '../shared/sharedInWords';

/** Why somebody cannot be reached, as a manager reads it. */
const REASONS: Readonly<Record<(typeof UNREACHABLE)[number], string>> = {
  blocked: 'Have blocked me',
  notInstalled: 'Do not have me in Teams',
  left: 'Left, or are no longer in Teams',
  failed: 'Teams did not take the message',
};

/** The manager's card of one request. Every figure comes from the parts' counts. */
export function statusCard({ campaign, parts }: CampaignView): Card {
  const counts = sum(parts.map((part) => part.counts));
  const people = intended(counts);
  const asAt = parts
    .map((part) => part.countedAt)
    .reduce((one, other) => (one > other ? one : other), campaign.createdAt);
  return render('acknowledgements/status', {
    title: campaign.title,
    teams: audienceInWords(campaign),
    sent: sentInWords(campaign),
    confirms: asksToConfirm(campaign),
    due: asksToConfirm(campaign) ? ` To be confirmed by ${dayInWords(campaign.due)}.` : '',
    progress: progressInWords(campaign, counts),
    people: figure(people),
    delivered: figure(counts.delivered),
    confirmed: figure(confirmed(counts)),
    onPaper: figure(counts.signedOnPaper),
    hasOnPaper: counts.signedOnPaper > 0,
    confirmedShare: people === 0 ? '' : ` (${Math.floor((100 * confirmed(counts)) / people)} %)`,
    outstanding: figure(outstanding(counts)),
    away: figure(counts.away),
    hasAway: counts.away > 0,
    unreachable: figure(unreachable(counts)),
    reasons: UNREACHABLE.filter((reason) => counts[reason] > 0).map((reason) => ({
      reason: REASONS[reason],
      people: figure(counts[reason]),
    })),
    covered: figure(counts.covered),
    hasCovered: counts.covered > 0,
    cancelled: figure(counts.cancelled),
    hasCancelled: counts.cancelled > 0,
    talkTo: talkToInWords(counts),
    hasTalkTo: counts.talkTo > 0,
    shared: sharedInWords(campaign.notAsked ?? []),
    hasShared: (campaign.notAsked ?? []).length > 0,
    corrected: correctedInWords(campaign),
    hasCorrected: campaign.correctedAt !== undefined,
    ...buttonsOf(campaign, counts),
    hasReasons: unreachable(counts) > 0,
    hasBar: people > 0 && asksToConfirm(campaign),
    barDone: confirmed(counts),
    barRest: people - confirmed(counts),
    asAt: timeInWords(asAt),
    day: momentInWords(asAt).split(' at ')[0] ?? '',
    campaign: campaign.id,
    hasCheck: campaign.check,
  });
}

/** "12,000": a FactSet takes texts only. */
function figure(count: number): string {
  return count.toLocaleString('en-GB');
}

function talkToInWords({ talkTo }: Counts): string {
  const who = talkTo === 1 ? '1 person has' : `${figure(talkTo)} people have`;
  return `${who} had ${MOST_REMINDERS} reminders and not confirmed. Please talk to them.`;
}

function correctedInWords({ revision = 0, shownRevision = 0, correctedAt = '' }: Campaign): string {
  const how = revision === 1 ? 'Corrected' : `Corrected ${revision} times, the last time`;
  const cards = revision > shownRevision ? 'The cards are being changed.' : 'The cards say the new words.';
  return correctedAt ? `${how} on ${momentInWords(correctedAt)}. ${cards}` : '';
}

/** Only what can be done now has a button. */
function buttonsOf(campaign: Campaign, counts: Counts): Record<string, boolean> {
  const { state, paused = false } = campaign;
  const open = state !== 'cancelled';
  const waiting = goesLater(campaign);
  return {
    maySendNow: waiting,
    mayPause: !paused && !waiting && sendsStill(campaign),
    mayResume: open && paused,
    mayRetry: open && !paused && counts.failed + counts.blocked + counts.notInstalled > 0,
    mayRemind: asksToConfirm(campaign) && open && !paused && counts.delivered > 0 && outstanding(counts) > 0,
    mayCancel: open,
    mayCorrect: open,
  };
}

function audienceInWords({ teams, listId, paperOf, everyone }: Campaign): string {
  const others = [...(listId ? ['your list'] : []), ...(paperOf ? ['people on paper'] : [])];
  const first = everyone ? ['everybody who has me'] : teams.map((team) => team.name);
  return [...first, ...others].join(', ');
}

/** When it went out; the teams follow. */
function sentInWords(campaign: Campaign): string {
  if (goesLater(campaign)) return 'Not sent yet. It goes to: ';
  if (campaign.sendAt && !campaign.wentAt) return 'Not sent. It was for: ';
  return `Sent on ${momentInWords(campaign.wentAt ?? campaign.createdAt)} to: `;
}

function progressInWords(campaign: Campaign, counts: Counts): string {
  const people = intended(counts);
  if (campaign.sendAt && goesLater(campaign)) {
    return `Goes out on ${momentInWords(campaign.sendAt)}, to whoever is in the teams then. This card changes by itself.`;
  }
  if (campaign.paused && campaign.state !== 'cancelled') {
    return `Paused: ${figure(people - counts.pending)} of ${figure(people)} done. Nothing is sent until you press Resume.`;
  }
  if (campaign.outage && campaign.state === 'sending') {
    return `Teams does not answer: I go on by myself when it does. ${figure(people - counts.pending)} of ${figure(people)} done.`;
  }
  switch (campaign.state) {
    case 'preparing':
      return 'Getting ready to send. This card changes by itself.';
    case 'sending':
      return `Sending: ${figure(people - counts.pending)} of ${figure(people)} done. This card changes by itself.`;
    case 'sent':
      return asksToConfirm(campaign)
        ? 'Sent to everybody who can be reached. This card changes by itself as people confirm.'
        : 'Sent to everybody who can be reached. There is nothing to confirm.';
    case 'cancelled':
      return campaign.notSent ? `This was not sent. ${campaign.notSent}` : 'This request was withdrawn.';
  }
}
