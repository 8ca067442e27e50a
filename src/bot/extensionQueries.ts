import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { FailureWords } from './failures';
import type { TurnAnswer } from './held';
import { extensionAnswer } from './invokeAnswers';
import type { ExtensionReply } from './messageExtension';
import { personOf } from './place';
import type { Router } from './router';

/** What Teams sends while somebody types into the panel of a message extension. */
const QUERY = 'composeExtension/query';

const whole = z.int().min(0);
const querySchema = z.object({
  commandId: z.string(),
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).nullish(),
  queryOptions: z.object({ skip: whole.optional(), count: whole.optional() }).nullish(),
});

const NOT_FOR_YOU = 'Only people with an account of the organisation can search here.';
const UNREADABLE = 'I could not read that search. Please try again.';

/** Whether an activity is a search, which is answered and nothing else. */
export function isExtensionQuery({ type, name }: Activity): boolean {
  return type === 'invoke' && name === QUERY;
}

/**
 * Answers searches of a message extension. They come from any chat, also where the bot is not installed, and one
 * comes for every few letters typed: so they have no turn, and nothing is looked up, written or logged.
 */
export class ExtensionQueries {
  constructor(
    private readonly router: Router,
    private readonly failures: FailureWords,
  ) {}

  async answer(activity: Activity): Promise<TurnAnswer> {
    if (!personOf(activity)) return answered({ kind: 'notice', text: NOT_FOR_YOU });
    const query = querySchema.safeParse(activity.value);
    if (!query.success) return answered({ kind: 'notice', text: UNREADABLE });
    const { commandId, parameters, queryOptions } = query.data;
    try {
      const texts = (parameters ?? []).flatMap(({ name, value }): [string, string][] =>
        typeof value === 'string' ? [[name, value]] : [],
      );
      const reply = await this.router.messageExtensionQuery(commandId, { parameters: new Map(texts) });
      return answered(page(reply, queryOptions?.skip, queryOptions?.count));
    } catch (error) {
      return answered({ kind: 'notice', text: this.failures.searchFailed(error) });
    }
  }
}

/** Teams asks for what follows when somebody has scrolled to the end; nothing more is then an empty list. */
function page(reply: ExtensionReply, skip = 0, count?: number): ExtensionReply {
  if (reply.kind !== 'results') return skip > 0 ? { kind: 'results', results: [] } : reply;
  return { kind: 'results', results: reply.results.slice(skip, count && skip + count) };
}

function answered(reply: ExtensionReply): TurnAnswer {
  return { status: 200, body: extensionAnswer(reply) };
}
