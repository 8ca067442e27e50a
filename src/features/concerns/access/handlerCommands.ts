import { membersCalled } from '../../../bot/membersCalled';
import type { Router } from '../../../bot/router';
import type { Person, Turn } from '../../../bot/turn';
import type { ConcernsDeps } from '../deps';
import { told } from './accessCards';
import type { Candidate, Confirming } from './confirming';
import { LEAD_ONLY, NOT_POSSIBLE, WHO_SEES } from './confirming';

type CommandDeps = Pick<ConcernsDeps, 'complaints' | 'directory' | 'messenger'>;

const DECIDE =
  /^(?:please )?(?<decide>confirm|remove) (?<name>.{1,200}?) as (?:a )?(?:complaints )?handler(?: please)?[.!]*$/i;
const LIST = /^(?:show )?(?:the )?handlers[.!?]*$/i;

const UNREAD = 'Teams did not tell me who is in the complaints team. Please try again in a minute.';
const NOBODY =
  'I find nobody with this name there. Please write the whole name as Teams shows it, or the e-mail address.';
const SEVERAL = 'Several people have this name. Please write the e-mail address.';

/** What the complaints lead says about handlers, in these words alone. */
export class HandlerCommands {
  constructor(
    private readonly deps: CommandDeps,
    private readonly confirming: Confirming,
  ) {}

  register(router: Router): void {
    router.onExactWords('concerns', (turn) => this.take(turn));
  }

  private async take(turn: Turn): Promise<boolean> {
    const { decide, name } = DECIDE.exec(turn.text)?.groups ?? {};
    if (!name && !LIST.test(turn.text)) return false;
    turn.show(told(WHO_SEES, await this.answer(turn.person, name, decide)));
    return true;
  }

  private async answer(person: Person, name?: string, decide?: string): Promise<string> {
    if (!(await this.confirming.isLead(person))) return LEAD_ONLY;
    if (!name) return this.list();
    const isRemoval = decide?.toLowerCase() === 'remove';
    const found = isRemoval ? await this.known(name) : await this.inTeam(name);
    if (found === 'unread') return UNREAD;
    const [one, ...others] = found;
    if (!one) return NOBODY;
    if (others.length > 0) return SEVERAL;
    const decided = isRemoval ? 'removed' : 'confirmed';
    return (await this.confirming.decide(person, one, decided)) ?? NOT_POSSIBLE;
  }

  private async inTeam(name: string): Promise<readonly Candidate[] | 'unread'> {
    const channel = await this.deps.directory.concernsChannel();
    if (!channel) return 'unread';
    const place = { serviceUrl: channel.team.serviceUrl, conversationId: channel.team.id };
    const found = await membersCalled(this.deps.messenger, place, name);
    if (found === 'unread') return found;
    return found.map(({ id, teamsId, name }) => ({ personId: id, teamsId, name }));
  }

  /** Whoever is to be removed may have left the team already. */
  private async known(name: string): Promise<readonly Candidate[]> {
    const wanted = name.trim().toLowerCase();
    return (await this.deps.complaints.handlers()).filter((one) => one.name.toLowerCase() === wanted);
  }

  private async list(): Promise<string> {
    const handlers = (await this.deps.complaints.handlers()).filter(({ state }) => state === 'confirmed');
    const names = handlers.map(({ name }) => name).sort((one, other) => one.localeCompare(other));
    return names.length > 0
      ? `Confirmed as handlers, beside you: ${names.join(', ')}. Whoever has left the team can see nothing.`
      : 'Nobody is confirmed as a handler beside you.';
  }
}
