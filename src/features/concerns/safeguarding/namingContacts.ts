import type { Turn } from '../../../bot/turn';
import { render } from '../../../cards/render';
import type { CaseStore } from '../case/caseStore';
import { scheduleClocks } from '../clocks/clockJob';
import type { ConcernsDeps } from '../deps';
import type { ContactList } from './caseFields';
import type { ContactCommand } from './contactCommand';
import { contactCommandIn } from './contactCommand';
import type { NamedContact, NamedContacts } from './contacts';
import { LIST_LABELS } from './contacts';
import type { KnownMember } from './knownMembers';
import { membersNamed } from './knownMembers';

type NamingDeps = Pick<
  ConcernsDeps,
  'directory' | 'roles' | 'messenger' | 'jobs' | 'clock' | 'administrators'
>;

const REFUSED = 'Only the complaints lead or an administrator can say who is told of these reports at once.';

/** `make NAME a safeguarding contact` and its like, from the complaints lead or an administrator. */
export class NamingContacts {
  constructor(
    private readonly deps: NamingDeps,
    private readonly contacts: NamedContacts,
    private readonly cases: CaseStore,
  ) {}

  /** @returns false when the message is no such command */
  async message(turn: Turn): Promise<boolean> {
    const command = contactCommandIn(turn.text);
    if (!command) return false;
    turn.show(render('concerns/contactList', await this.answer(turn, command)));
    return true;
  }

  private async answer(turn: Turn, command: ContactCommand) {
    const title = `${LIST_LABELS[command.list]} contacts`;
    if (!(await this.mayName(turn.person.id))) return { title, lines: [{ line: REFUSED }] };
    const words = await this.carryOut(turn, command);
    const now = await this.contacts.of(command.list);
    const names = now.map(({ name }) => name).join(', ');
    const list =
      names || 'Nobody. Reports show the telephone number instead, with the line that it has to be rung.';
    return { title, lines: [...(words ? [{ line: words }] : []), { line: `Told at once: ${list}` }] };
  }

  private async mayName(personId: string): Promise<boolean> {
    const { roles } = this.deps;
    return (await roles.confirm(personId, 'administrator')) || roles.confirm(personId, 'complaintsLead');
  }

  private async carryOut(turn: Turn, command: ContactCommand): Promise<string | undefined> {
    if (command.kind === 'show') return undefined;
    return command.kind === 'make' ? this.make(turn, command) : this.remove(turn, command);
  }

  private async make(
    { person: by }: Turn,
    { list, name }: { list: ContactList; name: string },
  ): Promise<string> {
    const found = await membersNamed(this.deps.directory, name);
    const [member, ...others] = found;
    const refused = member
      ? this.whyNot(member, others.length)
      : `I know nobody in my teams with this whole name or address: ${name}`;
    if (!member || refused) return refused ?? '';
    const { personId, teamId } = member;
    const contact: NamedContact = {
      ...{ personId, name: member.name, teamId, by: { id: by.id, name: by.name } },
      at: this.deps.clock.now().toISOString(),
    };
    await this.contacts.put(list, contact);
    await this.tellOfOpenCases();
    await this.tellChannel(
      `${member.name} is now told at once of reports for ${inWords(list)}. ${by.name} set it.`,
    );
    return `${member.name} is told at once from now on, of what is open too. They need to have me in Teams.`;
  }

  private async remove(
    { person: by }: Turn,
    { list, name }: { list: ContactList; name: string },
  ): Promise<string> {
    const wanted = name.toLowerCase();
    const found = (await this.contacts.of(list)).filter((each) => each.name.toLowerCase() === wanted);
    if (found.length === 0) return `Nobody on this list has the name ${name}.`;
    for (const { personId } of found) await this.contacts.remove(list, personId);
    await this.tellChannel(
      `${found[0]?.name ?? ''} is no longer told of reports for ${inWords(list)}. ${by.name} set it.`,
    );
    return `${found[0]?.name ?? ''} is told no more.`;
  }

  private whyNot({ guest, personId }: KnownMember, others: number): string | undefined {
    if (others > 0) return 'Several people have this name. Please write the e-mail address instead.';
    if (guest) return 'A guest of the council’s Teams cannot be told of reports.';
    return this.deps.administrators.includes(personId)
      ? 'Administrators see no reports, so they cannot be told of them.'
      : undefined;
  }

  /** Whoever is named hears of what is open already, by the job. */
  private async tellOfOpenCases(): Promise<void> {
    for await (const { id } of this.cases.open()) await scheduleClocks(this.deps, id, this.deps.clock.now());
  }

  /** So that nobody puts somebody on a list unseen. */
  private async tellChannel(words: string): Promise<void> {
    const channel = await this.deps.directory.concernsChannel();
    if (!channel) return;
    const to = { serviceUrl: channel.team.serviceUrl, channelId: channel.channelId };
    await this.deps.messenger.post(to, { card: render('concerns/contactChange', { words }) }, 'waiting');
  }
}

const inWords = (list: ContactList): string => LIST_LABELS[list].toLowerCase();
