import { resultCard } from '../setupCards';
import type { SecondWordDeps } from './deps';
import type { SetupRequest } from './request';
import { oldChannelWords } from './requestWords';

/** The cards go at once; this is what is promised, with room for Teams to be slow. */
const CARDS_GO_WITHIN_MS = 15 * 60_000;
/** A channel that Teams does not give for so long is taken to be gone. */
const PATIENCE_MS = 60 * 60_000;

/**
 * Tells the channel that reports no longer go to. It waits for nobody: the change is made already.
 * @returns what to note, or undefined when it is to be tried again
 */
export async function tellOldChannel(
  deps: Pick<SecondWordDeps, 'directory' | 'messenger' | 'clock' | 'log'>,
  { change, decidedAt = '' }: SetupRequest,
): Promise<SetupRequest['oldChannel']> {
  if (change.what !== 'channel' || !change.from) return 'notNeeded';
  const decided = new Date(decidedAt).getTime();
  const team = await deps.directory.team(change.from.teamId);
  const words = oldChannelWords(change, new Date(decided + CARDS_GO_WITHIN_MS));
  const { outcome } = team
    ? await deps.messenger.post(
        { serviceUrl: team.serviceUrl, channelId: change.from.channelId },
        { card: resultCard(words) },
        'waiting',
      )
    : { outcome: 'conversationGone' as const };
  if (outcome === 'sent') return 'told';
  const mayPass = outcome === 'unavailable' || outcome === 'conversationGone';
  if (mayPass && deps.clock.now().getTime() < decided + PATIENCE_MS) return undefined;
  deps.log.warn('setup.oldChannelNotTold', { outcome });
  return 'notTold';
}
