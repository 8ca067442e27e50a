import type { Channel } from '../../bot/addresses';
import type { NamedChannel } from './setupDecision';

/** Who can read in the concerns channel beside the complaints team. */
export interface ConcernsAudience {
  readonly type: Channel['type'] | 'unread';
  readonly guests: number;
}

/** What `setup` is answered from. */
export interface SetupState {
  /** Names of the managers' teams. */
  readonly managersTeams: readonly string[];
  /** Names of all teams that the bot is in. */
  readonly teams: readonly string[];
  readonly concerns: NamedChannel | undefined;
  /** Undefined while no channel is set. */
  readonly concernsAudience?: ConcernsAudience | undefined;
  /** Name of who leads the complaints team; empty while nobody does. */
  readonly complaintsLead: string;
  /** Changes that wait for a second administrator, a sentence or two each. */
  readonly waiting: readonly string[];
  /** Contacts that are examples or were checked too long ago, one line each. */
  readonly contactProblems: readonly string[];
}

/** One line of the status card. `missing` lines come with what to do. */
export interface StatusLine {
  readonly label: string;
  readonly value: string;
  readonly missing: boolean;
  readonly advice: string;
}

/** The status as lines, in the order in which things are set up. */
export function statusLines(state: SetupState): StatusLine[] {
  return [
    line(
      'Teams that I am in',
      state.teams.join(', '),
      'Add me to a team in Teams: Apps, then Manage your apps.',
    ),
    line(
      'Managers',
      state.managersTeams.join(', '),
      'In a channel of the managers’ team, write to me: use this team for managers',
    ),
    line(
      'Concerns go to',
      concernsPlace(state.concerns),
      'In a channel of the complaints team, write to me: use this channel for concerns',
    ),
    ...(state.concernsAudience ? [audienceLine(state.concernsAudience)] : []),
    line(
      'Complaints lead, who confirms handlers',
      state.complaintsLead,
      'Write to me: make NAME the complaints lead. They have to be in the complaints team.',
    ),
    ...state.waiting.map((value) => line('Waits for a second administrator', value, '')),
  ];
}

/** Whether everything is set and every contact is real and fresh. */
export function isComplete(state: SetupState): boolean {
  return state.contactProblems.length === 0 && statusLines(state).every(({ missing }) => !missing);
}

function line(label: string, value: string, advice: string): StatusLine {
  const missing = value === '';
  return { label, value: missing ? 'Not set yet' : value, missing, advice: missing ? advice : '' };
}

function concernsPlace(concerns: NamedChannel | undefined): string {
  return concerns ? `${concerns.channelName}, ${concerns.teamName}` : '';
}

/** A channel that is no standard one any more has other members than its team. */
function audienceLine({ type, guests }: ConcernsAudience): StatusLine {
  const kind =
    type === 'unread'
      ? 'Teams did not tell me which kind of channel it is'
      : `A ${type} channel, as Teams says`;
  const many = guests === 0 ? 'no guests' : guests === 1 ? '1 guest' : `${guests} guests`;
  const isWrong = type === 'private' || type === 'shared';
  return {
    label: 'The channel for concerns',
    value: `${kind}; ${many} in its team. Guests hold no role and open no report.`,
    missing: isWrong,
    advice: isWrong ? 'Please choose a standard channel: use this channel for concerns' : '',
  };
}
