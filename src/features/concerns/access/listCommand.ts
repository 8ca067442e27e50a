import type { Router } from '../../../bot/router';
import type { Person, Turn } from '../../../bot/turn';
import type { ConcernsDeps } from '../deps';
import { told } from './accessCards';
import type { ConflictList, ListedPerson } from './conflictList';
import { LISTED } from './conflictList';
import type { Confirming } from './confirming';

type ListDeps = Pick<ConcernsDeps, 'directory' | 'roles' | 'clock'> & {
  /** Reports that are with somebody who is on the list no more go to another. */
  readonly listChanged: () => Promise<void>;
};

const SET = /^(?:please )?conflicts go to (?<names>.{1,600}?)[.!]*$/i;
const SHOW = /^(?:show )?(?:the )?conflicts[.!?]*$/i;
const TITLE = 'Reports about people who handle reports';
const LEAD_ONLY = 'Only the complaints lead decides this.';
const THREE =
  'Please name three people, in the order in which I try them: conflicts go to NAME, NAME, NAME. They may be of any team that I am in, and of none of IT.';

/** The complaints lead names three people for reports which name somebody who might handle them. */
export class ListCommand {
  constructor(
    private readonly deps: ListDeps,
    private readonly list: ConflictList,
    private readonly confirming: Confirming,
  ) {}

  register(router: Router): void {
    router.onExactWords('concerns', (turn) => this.take(turn));
  }

  private async take(turn: Turn): Promise<boolean> {
    const names = SET.exec(turn.text)?.groups?.['names'];
    if (!names && !SHOW.test(turn.text)) return false;
    turn.show(told(TITLE, await this.answer(turn.person, names)));
    return true;
  }

  private async answer(person: Person, names: string | undefined): Promise<string> {
    if (!(await this.confirming.isLead(person))) return LEAD_ONLY;
    if (!names) return inWords(await this.list.people());
    const wanted = names.split(/\s*(?:,|;|\band\b)\s*/i).filter(Boolean);
    if (wanted.length !== LISTED) return THREE;
    const people: ListedPerson[] = [];
    for (const name of wanted) {
      const found = await this.find(name);
      if (typeof found === 'string') return `Nothing was changed. ${found}`;
      people.push(found);
    }
    if (new Set(people.map(({ personId }) => personId)).size < LISTED) return THREE;
    const by = { id: person.id, name: person.name };
    await this.list.set({ people, by, at: this.deps.clock.now().toISOString() });
    await this.deps.listChanged();
    return inWords(people);
  }

  /** @returns a sentence where nobody is found who can be on the list. */
  private async find(name: string): Promise<ListedPerson | string> {
    const wanted = plain(name);
    const found = new Map<string, ListedPerson>();
    for (const team of await this.deps.directory.teams())
      for await (const { personId, teamsId, name: called, email } of this.deps.directory.members(team.id))
        if (plain(called) === wanted || plain(email ?? '') === wanted)
          found.set(personId, { personId, teamsId, name: called, teamId: team.id });
    const [one, ...others] = found.values();
    if (!one) return `I find nobody called ${name} in the teams that I am in.`;
    if (others.length > 0) return `Several people are called ${name}. Please write the e-mail address.`;
    if (await this.deps.roles.isThere(one.personId, one.teamId)) return one;
    return `${one.name} cannot be on the list: a guest, an administrator of this bot, or Teams did not answer.`;
  }
}

function inWords(people: readonly ListedPerson[]): string {
  if (people.length === 0) return `Nobody is named yet. ${THREE}`;
  const names = people.map(({ name }, at) => `${at + 1}. ${name}`).join(', ');
  return `A report which names somebody who might handle it is not shown in the channel. It goes to the first of these who is not named in it: ${names}.`;
}

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');
