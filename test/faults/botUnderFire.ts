import { Aim } from './aim';
import type { KillPlan } from './aim';
import type { BotProcess } from '../../src/localTeams/launchBot';
import { launchBot } from '../../src/localTeams/launchBot';
import type { LocalTeams } from '../../src/localTeams/localTeams';
import { eventually } from './eventually';
import type { StorageAnswer, StorageDoor } from './storageDoor';
import { Unanswered } from './unanswered';

/** One kill, and what was under way in that moment. */
export interface Kill {
  readonly plan: KillPlan;
  /** What was asked for in that moment: an operation of Teams, or a table that was written to. */
  readonly where: string;
  /** Activities that the bot had not answered. */
  readonly unanswered: readonly string[];
  /** Requests of the bot to local Teams that had no answer. */
  readonly requests: number;
  /** Requests of the bot to its storage that had no answer. */
  readonly writes: number;
  /** What was done already and not yet recorded, as the job names it: repeating it cannot be avoided. */
  readonly inDoubt: readonly string[];
}

/** What the bot process needs besides its keys for storage, port and clock. */
export interface UnderFireOptions {
  readonly teams: LocalTeams;
  readonly door: StorageDoor;
  readonly port: number;
  readonly onLog: (text: string) => void;
}

/** Rosters are read by themselves: a kill there would hit none of the jobs that are played. */
const ROSTER = 'pagedMembers';
/** Pieces of the bot's log that an error shows. */
const LAST_WORDS = 20;
/** Each restart moves the product's clock on, as if the machine had been away: what waits for its time is due then. */
const AWAY_MINUTES = 1;

/** The bot as a process of its own that is killed as planned, and started again. */
export class BotUnderFire {
  readonly kills: Kill[] = [];
  private fail: (error: Error) => void = () => undefined;
  readonly unanswered = new Unanswered();
  /** Rejects when the bot ends by itself or does not start again. */
  readonly failed = new Promise<never>((_, reject) => (this.fail = reject));
  /** Gives the next plan at each start; undefined: it is left alone. */
  nextPlan: () => KillPlan | undefined = () => undefined;
  /** Asked after each kill, with the bot down and nothing under way. */
  lookInDoubt: () => Promise<string[]> = () => Promise.resolve([]);
  private bot: BotProcess | undefined;
  private aim: Aim | undefined;
  private openRequests = 0;
  private awayMinutes = 0;
  private ending = false;
  private restarting: Promise<void> = Promise.resolve();
  private readonly lastWords: string[] = [];
  private readonly unsubscribe: () => void;

  constructor(private readonly options: UnderFireOptions) {
    const { teams, door } = options;
    // Whoever waits for something races it with `failed`; between two waits nobody does.
    this.failed.catch(() => undefined);
    teams.onRequest = (_, { operation }) => this.onRequest(operation ?? 'unknown');
    door.onWrite = (goOn, table) => this.onWrite(goOn, table);
    this.unsubscribe = teams.subscribe((event) => {
      this.unanswered.hear(event);
      if (event.type === 'request') this.openRequests -= 1;
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.options.port}`;
  }

  environment(special: Readonly<Record<string, string>> = {}): Record<string, string> {
    const { teams, door, port } = this.options;
    return {
      BOT_MODE: 'local',
      BOT_ID: teams.botId,
      BOT_TENANT_ID: teams.tenantId,
      LOCAL_TEAMS_URL: teams.url,
      AZURE_STORAGE_CONNECTION_STRING: door.connectionString,
      INSTANCE_ID: 'one',
      PORT: String(port),
      LOCAL_TIME_OFFSET: `PT${this.awayMinutes}M`,
      ...special,
    };
  }

  async start(): Promise<void> {
    const bot = await launchBot(this.environment(), (text) => this.hear(text));
    this.bot = bot;
    void bot.ended.then((code) => {
      if (this.bot !== bot || this.ending) return;
      this.fail(new Error(`The bot ended by itself (${code}).\n${this.lastWords.join('')}`));
    });
    this.options.teams.connectBot(this.url);
    this.takeAim();
  }

  /** Begins to kill. */
  attack(nextPlan: () => KillPlan | undefined): void {
    this.nextPlan = nextPlan;
    if (this.bot && !this.aim) this.takeAim();
  }

  /** Kills no more, and resolves when the bot is up and has answered everything. */
  async calm(): Promise<void> {
    this.nextPlan = () => undefined;
    this.aim = undefined;
    await this.up();
    await this.options.teams.settled(60_000);
  }

  /** Resolves when the bot is not being started again. */
  up(): Promise<void> {
    return this.restarting;
  }

  async stop(): Promise<void> {
    this.ending = true;
    this.aim = undefined;
    await this.restarting;
    await this.bot?.stop();
    this.unsubscribe();
  }

  private takeAim(): void {
    const plan = this.nextPlan();
    this.aim = plan && new Aim(plan);
  }

  private async onRequest(operation: string): Promise<void> {
    this.openRequests += 1;
    if (operation === ROSTER) return;
    if (this.aim?.request()) await this.kill(this.aim.plan, operation);
  }

  private async onWrite(
    goOn: () => Promise<StorageAnswer>,
    table: string,
  ): Promise<StorageAnswer | undefined> {
    const { aim } = this;
    if (!aim?.write()) return goOn();
    if (aim.plan.when === 'after') await goOn();
    await this.kill(aim.plan, `write to ${table}`);
    return undefined;
  }

  /** Everything up to the signal happens in one go, so that nothing comes between the aim and the hit. */
  private async kill(plan: KillPlan, where: string): Promise<void> {
    const { bot, openRequests: requests } = this;
    const { teams } = this.options;
    this.aim = undefined;
    if (!bot || this.ending) return;
    this.bot = undefined;
    bot.kill();
    const [unanswered, writes] = [this.unanswered.ids(), this.options.door.writesUnderWay];
    const mend = plan.writes === 0 && plan.when === 'before' ? teams.fail({ answer: 503 }) : undefined;
    teams.connectBot(undefined);
    const kill = { plan, where, unanswered, requests, writes, inDoubt: [] };
    const restarting = bot.ended.then(() => this.restart(kill, mend));
    this.restarting = restarting.catch((error: Error) => this.fail(error));
    await bot.ended;
  }

  private async restart(kill: Kill, mend: Promise<() => Promise<void>> | undefined): Promise<void> {
    const quiet = (): boolean => this.openRequests === 0 && this.options.door.underWay === 0;
    await eventually('the killed bot has requests open', quiet, 10_000);
    this.kills.push({ ...kill, inDoubt: await this.lookInDoubt() });
    const takeBack = await mend;
    await takeBack?.();
    this.awayMinutes += AWAY_MINUTES;
    if (!this.ending) await this.start();
  }

  private hear(text: string): void {
    this.lastWords.push(text);
    if (this.lastWords.length > LAST_WORDS) this.lastWords.shift();
    this.options.onLog(text);
  }
}
