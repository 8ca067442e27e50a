import { z } from 'zod';
import type { CardReply } from '../../../../bot/cardReply';
import { notice, openDialog, openPage } from '../../../../bot/cardReply';
import type { Turn } from '../../../../bot/turn';
import type { Case } from '../../case/case';
import type { CaseStore } from '../../case/caseStore';
import type { HandlerPresses } from '../../handling/handlerPresses';
import { handlerOf, NO_CASE } from '../../handling/handlerPresses';
import { tooLongWords, written } from '../../report/typedText';
import type { CaseFileRecord, Copy } from '../caseFile';
import { filesCard, LONGEST_REASON, originalCard } from '../fileCards';
import { fileIn } from './opening';
import type { OpenLinks } from './openLinks';

const dataSchema = z.object({ file: z.string().catch(''), reason: z.string().catch('') });
const NO_FILE = 'I cannot find that file any more.';
const WHY = 'Please write why you need the original. The reason stays in the history of the report.';

interface Pressed {
  readonly turn: Turn;
  readonly id: string;
  readonly value: Case;
  readonly file: CaseFileRecord;
  readonly reason: string;
}

/** What handlers do with the files of a case. Nothing of it is ever seen in a channel. */
export class FilePresses {
  constructor(
    private readonly presses: HandlerPresses,
    private readonly cases: CaseStore,
    private readonly links: OpenLinks,
    private readonly pageUrl: (token: string) => string,
  ) {}

  register(): void {
    this.presses.on('concerns.files', async (_turn, { case: id }) => {
      const value = await this.cases.get(id);
      return value ? openDialog(`Files of ${value.reference}`, filesCard(id, value)) : notice(NO_CASE);
    });
    this.onFile('concerns.openFile', (pressed) => this.page(pressed, 'cleaned'));
    this.onFile('concerns.askOriginal', ({ id, file }) =>
      Promise.resolve(openDialog('Open the original', originalCard(id, file))),
    );
    this.onFile('concerns.openOriginal', (pressed) => this.openOriginal(pressed));
  }

  private onFile(verb: string, answer: (pressed: Pressed) => Promise<CardReply>): void {
    this.presses.on(verb, async (turn, { case: id }, data) => {
      const { file: fileId, reason } = dataSchema.parse(data);
      const value = await this.cases.get(id);
      const file = value && fileIn(value, fileId);
      return value && file ? answer({ turn, id, value, file, reason }) : notice(NO_FILE);
    });
  }

  /** The reason is in the history before there is a link. */
  private async openOriginal(pressed: Pressed): Promise<CardReply> {
    const { turn, id, file } = pressed;
    const reason = written(pressed.reason, LONGEST_REASON);
    if (reason.kind !== 'text') {
      const problem = reason.kind === 'tooLong' ? tooLongWords(reason.length, LONGEST_REASON) : WHY;
      return openDialog('Open the original', originalCard(id, file, problem));
    }
    const note = `file ${file.number}: ${reason.text}`;
    const event = { what: 'originalAsked' as const, at: this.presses.now(), by: handlerOf(turn), note };
    const result = await this.presses.step(turn, id, (now) => ({ next: now, event }));
    return result ? this.page(pressed, 'original') : notice(NO_CASE);
  }

  private async page({ turn, id, file, value }: Pressed, copy: Copy): Promise<CardReply> {
    const { id: personId, name: personName } = handlerOf(turn);
    const token = await this.links.make({ caseId: id, fileId: file.id, copy, personId, personName });
    return openPage(`File ${file.number} of ${value.reference}`, this.pageUrl(token));
  }
}
