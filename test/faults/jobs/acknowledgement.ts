import type { MessageView } from '../../../src/localTeams/api';
import type { PersonDriver } from '../../../src/localTeams/driver';
import type { Kill } from '../botUnderFire';
import { carersOf, team } from '../crowd';
import { eventually } from '../eventually';
import type { Field, Findings, Job } from '../field';
import { CampaignTraces, titleOf } from './campaignTraces';

/** Teams gives two weeks; the clock of the run moves on by hours at most. */
const DAYS_TO_CONFIRM = 10;
const MOST_PAGES = 20;

/** Job 2: a manager asks a team to confirm, everybody gets the card, reads and confirms. */
export class AcknowledgementJob implements Job {
  readonly name = 'acknowledgement';
  readonly reach = { requests: 9, writes: 6 };
  private readonly played: number[] = [];
  private readonly traces: CampaignTraces;

  constructor(
    private readonly field: Field,
    readonly rounds: number,
  ) {
    this.traces = new CampaignTraces(field);
  }

  async play(round: number): Promise<void> {
    this.played.push(round);
    await this.send(round);
    await Promise.all(carersOf(round).map((key) => this.confirm(key, round)));
    await eventually(`the status card of round ${round} counts everybody`, () =>
      this.traces.statusIsRight(round),
    );
  }

  inDoubt(): Promise<string[]> {
    return this.traces.inDoubt(this.played.at(-1) ?? 0);
  }

  check(kills: readonly Kill[]): Promise<Findings> {
    return this.traces.check(kills, this.played);
  }

  private async send(round: number): Promise<void> {
    const manager = this.field.teams.person('manager');
    const status = await manager.says('remind');
    if (status !== 200) throw new Error(`"remind" was answered with status ${status}.`);
    const compose = await manager.lastCardMessage();
    const teams = this.field.world.teams.find(({ key }) => key === team(round))?.id ?? '';
    const day = new Date(Date.now() + DAYS_TO_CONFIRM * 86_400_000).toISOString().slice(0, 10);
    const words = {
      title: titleOf(round),
      words: 'Please read it.',
      due: day,
      includeMe: 'false',
      check: 'false',
    };
    await manager.presses(compose, 'Preview', { teams, ...words });
    await manager.presses(compose, 'Send');
  }

  private async confirm(key: string, round: number): Promise<void> {
    const person = this.field.teams.person(key);
    const card = await eventually(`${key} gets the card`, async () =>
      (await this.traces.cardsOf(key, titleOf(round))).at(-1),
    );
    await person.presses(card, 'Read and confirm');
    for (let page = 1; page <= MOST_PAGES; page++) {
      if (await hasButton(person, card, 'I confirm')) return void (await person.presses(card, 'I confirm'));
      await person.presses(card, 'Next');
    }
    throw new Error(`${key} never came to the end of the policy.`);
  }
}

async function hasButton(person: PersonDriver, { id }: MessageView, title: string): Promise<boolean> {
  const now = (await person.chat()).find((message) => message.id === id);
  return JSON.stringify(now?.card?.['actions'] ?? []).includes(`"title":"${title}"`);
}
