import { Router } from '../../../src/bot/router';
import type { CardReply } from '../../../src/bot/cardReply';
import type { Turn } from '../../../src/bot/turn';
import type { Card } from '../../../src/cards/render';
import { registerAcknowledgements } from '../../../src/features/acknowledgements';
import { Evidence } from '../../../src/features/acknowledgements/asked/record';
import type { AcknowledgementsDeps } from '../../../src/features/acknowledgements';
import type { Role, Roles, TeamRecord } from '../../../src/storage/roles';
import { surroundings } from './surroundings';

/** Roles as a test sets them; `confirms` is what Teams would answer. */
export class ScriptedRoles implements Roles {
  readonly held = new Map<string, Role[]>([['manager-1', ['manager']]]);
  confirms = true;
  teams: TeamRecord[] = [
    { id: 'a', name: 'Team a', serviceUrl: 'http://teams.example/', managers: false, installed: true },
  ];

  of(personId: string): Promise<ReadonlySet<Role>> {
    return Promise.resolve(new Set(this.held.get(personId)));
  }

  confirm(personId: string, role: Role): Promise<boolean> {
    return Promise.resolve(this.confirms && (this.held.get(personId) ?? []).includes(role));
  }

  /** The teams of somebody; the same for all unless a test says otherwise. */
  teamsFor: (personId: string) => readonly TeamRecord[] = () => this.teams;

  teamsOf(personId: string): Promise<readonly TeamRecord[]> {
    return Promise.resolve(this.teamsFor(personId));
  }
}

/** What a turn said and showed. */
export interface Told {
  readonly texts: string[];
  readonly cards: Card[];
  /** What was put off until after the answer. */
  readonly followUps: (() => Promise<void>)[];
}

/** The feature behind its router, with turns made by hand. */
export async function feature(changes: Partial<AcknowledgementsDeps> = {}, way?: string) {
  const around = await surroundings({ ...changes, way });
  const roles = new ScriptedRoles();
  const router = new Router();
  const jobs = { ...around.parties.jobs, on: () => undefined };
  const commandIn = (text: string): Promise<string> => Promise.resolve(text);
  const { commands, listFiles } = registerAcknowledgements(router, {
    ...around.parties,
    roles,
    jobs,
    commandIn,
    ...changes,
  });

  const says = async (personId: string, command: string, activityId = 'm1'): Promise<Told> => {
    const told: Told = { texts: [], cards: [], followUps: [] };
    await router.message(turnOf(personId, { activityId, text: command }, told));
    return told;
  };
  const presses = async (
    personId: string,
    action: string,
    data: Record<string, unknown>,
    place: Partial<Turn['place']> = {},
  ): Promise<CardReply> => {
    return (await pressesAndTells(personId, action, data, place)).reply;
  };
  /** The same, with what it said and showed beside the answer. */
  const pressesAndTells = async (
    personId: string,
    action: string,
    data: Record<string, unknown>,
    place: Partial<Turn['place']> = {},
  ): Promise<{ reply: CardReply; told: Told }> => {
    const told: Told = { texts: [], cards: [], followUps: [] };
    const turn = turnOf(personId, { activityId: 'i1', text: '', place }, told);
    const reply = await router.cardAction(turn, `acknowledgements.${action}`, data);
    for (const work of told.followUps) await work();
    return { reply, told };
  };
  const evidence = new Evidence(around.parties.storage);
  return {
    ...around,
    roles,
    evidence,
    says,
    presses,
    pressesAndTells,
    commands,
    listFiles,
    verbs: router.verbs(),
  };
}

export type Feature = Awaited<ReturnType<typeof feature>>;

function turnOf(
  personId: string,
  { activityId, text, place }: { activityId: string; text: string; place?: Partial<Turn['place']> },
  told: Told,
): Turn {
  const turn: Partial<Turn> = {
    person: { id: personId, teamsId: `29:${personId}`, name: `Name of ${personId}` },
    place: {
      kind: 'personal',
      conversationId: `chat-${personId}`,
      serviceUrl: 'http://teams.example/',
      ...place,
    },
    text,
    activityId,
    cardActivityId: `card-of-${personId}`,
    say: (said) => void told.texts.push(said),
    show: (card) => void told.cards.push(card),
    keepNothingSaid: () => undefined,
    afterwards: (work) => void told.followUps.push(work),
  };
  return turn as Turn;
}

/** The words of a reply: its card as JSON, or its text. */
export function wordsOf(reply: CardReply): string {
  if (reply.kind === 'notice') return reply.text;
  return 'card' in reply ? JSON.stringify(reply.card.content) : '';
}

/** The data of the card's button with this title. */
export function dataOf(card: Card | undefined, title: string): Record<string, unknown> {
  const actions = (card?.content['actions'] ?? []) as { title: string; data: Record<string, unknown> }[];
  const action = actions.find((each) => each.title === title);
  if (!action) throw new Error(`There is no button "${title}".`);
  return action.data;
}

/** The card of a reply that must be one. */
export function cardOf(reply: CardReply): Card {
  if (!('card' in reply)) throw new Error(`No card but: ${wordsOf(reply)}`);
  return reply.card;
}
