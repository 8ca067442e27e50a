import type { CardReply } from '../../../bot/cardReply';
import { notice, openDialog } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { render } from '../../../cards/render';
import { LINK_MINUTES } from '../../../jobs/oneUseLinks';
import { PRINTED_STYLE } from '../../../files/printedPage';
import type { CaseAccess } from '../access/caseAccess';
import type { Case, Handler } from '../case/case';
import { pageOf } from '../case/cardPages';
import type { CaseStore } from '../case/caseStore';
import type { References } from '../case/reference';
import type { ConcernsDeps } from '../deps';
import type { FileLinks } from '../fileLinks';
import { addressOf } from '../fileLinks';
import type { MadeLater } from '../filesToFetch';
import type { CasePress, HandlerPresses } from '../handling/handlerPresses';
import { handlerOf, NO_CASE } from '../handling/handlerPresses';
import type { PeopleWhoMayHandle } from '../report/mayHandle';
import { wholeMinute } from '../report/submit';
import type { Chronology } from './chronology';
import { chronologyBlocks, chronologyOf } from './chronology';
import { chronologyPage } from './chronologyPage';
import { namelessFor } from './names';

const COMMAND =
  /^(?:please )?(?:show |print )?(?:the )?chronology (?:of |for )?(?<reference>[a-z0-9]{3}[- ]?[a-z0-9]{4})[.!?]*$/i;
const VERB = 'concerns.chronology';

type ChronologyDeps = Pick<ConcernsDeps, 'directory' | 'complaints' | 'clock' | 'baseUrl'>;

/** A case from its beginning to now with the names taken out, for whoever may see the case; each reading is recorded. */
export class Chronologies {
  constructor(
    private readonly deps: ChronologyDeps,
    private readonly cases: CaseStore,
    private readonly access: CaseAccess,
    private readonly parts: {
      readonly references: References;
      readonly links: FileLinks;
      /** People whom somebody may have written of. */
      readonly mayHandle: Pick<PeopleWhoMayHandle, 'all'>;
    },
  ) {}

  register(presses: HandlerPresses): void {
    presses.on(VERB, (turn, press) => this.read(turn, press));
  }

  /** @returns false when the message is not this command */
  async message(turn: Turn): Promise<boolean> {
    const asked = COMMAND.exec(turn.text)?.groups?.['reference']?.toUpperCase().replace(/[- ]/, '');
    if (!asked) return false;
    turn.keepNothingSaid();
    const id = await this.parts.references.find(`${asked.slice(0, 3)}-${asked.slice(3)}`);
    const value = id && (await this.access.maySee(turn.person.id, id)) ? await this.cases.get(id) : undefined;
    if (!id || !value) turn.say(NO_CASE);
    else turn.show(render('concerns/chronology', { case: id, reference: value.reference }));
    return true;
  }

  /** The name of the file. */
  async nameOf(caseId: string): Promise<string | undefined> {
    const value = await this.cases.get(caseId);
    return value && `chronology-${value.reference}.html`;
  }

  /** `refused`: the person may not see the case any more, or Teams does not say that they may. */
  async file(personId: string, caseId: string): Promise<MadeLater | 'refused'> {
    if (!(await this.access.maySee(personId, caseId))) return 'refused';
    const name = (await this.deps.directory.person(personId))?.name ?? '';
    return {
      make: async () => {
        const made = await this.made(caseId, { id: personId, name }, 'as a page');
        return (
          made && {
            name: `chronology-${made.reference}.html`,
            ...{ contentType: 'text/html; charset=utf-8', style: PRINTED_STYLE },
            lines: chronologyPage(made),
          }
        );
      },
    };
  }

  /** To turn the pages of one that was asked for is no asking of its own; to begin anywhere is. */
  private async read(turn: Turn, { case: id, page }: CasePress): Promise<CardReply> {
    const by = handlerOf(turn);
    const isTurned = page > 0 && (await this.hasAsked(id, by));
    const made = await this.made(id, isTurned ? undefined : by);
    if (!made) return notice(NO_CASE);
    const link = await addressOf(this.parts.links, this.deps.baseUrl, {
      personId: turn.person.id,
      caseId: id,
    });
    const actions = [{ verb: 'concerns.open', title: 'Back to the report' }];
    const choice = { id, page, actions, openVerb: VERB, link };
    return openDialog(`Chronology of ${made.reference}`, pageOf(chronologyBlocks(made), choice));
  }

  /** Within the time of a link. */
  private async hasAsked(id: string, { id: personId }: Handler): Promise<boolean> {
    const since = new Date(this.deps.clock.now().getTime() - LINK_MINUTES * 60_000).toISOString();
    return (await this.cases.events(id)).some(
      ({ what, by, at }) => what === 'printed' && by?.id === personId && at >= since,
    );
  }

  /** @param by who asks for it, where that is to be recorded. @param note what else the history says of it */
  private async made(id: string, by: Handler | undefined, note?: string): Promise<Chronology | undefined> {
    const event = by && {
      ...{ what: 'printed' as const, at: wholeMinute(this.deps.clock.now()), by },
      ...(note && { note }),
    };
    if (event) await this.cases.step(id, (now) => ({ next: now, event }));
    const [value, events, details] = await Promise.all([
      this.cases.get(id),
      this.cases.events(id),
      this.cases.details(id),
    ]);
    if (!value) return undefined;
    const told = { value, events, details };
    const [team, involved, others] = await Promise.all([
      this.team(),
      this.involved(value),
      this.parts.mayHandle.all(),
    ]);
    return chronologyOf(told, namelessFor(told, { team, involved, others }));
  }

  private async team(): Promise<Handler[]> {
    const { complaints } = this.deps;
    const [lead, handlers] = await Promise.all([complaints.lead(), complaints.handlers()]);
    return [...(lead ? [lead] : []), ...handlers].map(({ personId, name }) => ({ id: personId, name }));
  }

  private async involved({ involved = [] }: Case): Promise<Handler[]> {
    const people = await Promise.all(involved.map((id) => this.deps.directory.person(id)));
    return people.flatMap((person) => (person ? [{ id: person.id, name: person.name }] : []));
  }
}
