import type {
  Activity,
  AdaptiveCardInvokeResponse,
  InvokeResponse,
  TaskModuleRequest,
  TaskModuleResponse,
  TurnContext,
} from 'botbuilder';
import { TeamsActivityHandler } from 'botbuilder';
import { z } from 'zod';
import type { CardReply } from './cardReply';
import type { HeldTurn } from './heldTurn';
import { cardActionAnswer, dialogAnswer } from './invokeAnswers';
import { CARD_TYPE } from './outgoing';
import type { Router } from './router';

const TURN = Symbol('turn');
const CARD_ACTION = 'adaptiveCard/action';
const pressSchema = z.looseObject({ verb: z.string().optional() });
const actionSchema = z.object({
  action: z.object({ verb: z.string().optional(), data: pressSchema.nullish() }),
});
const feedbackSchema = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']) }),
});
const PUBLIC_WORDS = "I've replied in our chat.";

/** A thumb up or down under an answer; the words that may come with it are not read here. */
export type FeedbackHandler = (turn: HeldTurn, reaction: 'like' | 'dislike') => Promise<void>;

/** The one activity handler: says which part of the router an activity belongs to. */
export class PolicyBot extends TeamsActivityHandler {
  constructor(
    private readonly router: Router,
    private readonly onFeedback: FeedbackHandler,
  ) {
    super();
    this.onMessage(async (context, next) => {
      await this.message(turnOf(context));
      await next();
    });
  }

  /** Runs one turn; what it says is held in the turn. */
  async answer(turn: HeldTurn): Promise<void> {
    turn.context.turnState.set(TURN, turn);
    await this.run(turn.context);
  }

  /** Whether the activity is a press that comes to the same however often it runs. */
  isRepeatable(activity: Activity): boolean {
    const parsed = activity.name === CARD_ACTION ? actionSchema.safeParse(activity.value) : undefined;
    const { verb, data } = parsed?.data?.action ?? {};
    return this.router.isRepeatable(data?.verb ?? verb ?? '');
  }

  private async message(turn: HeldTurn): Promise<void> {
    if (isCardAlone(turn)) return;
    await this.messageOrPress(turn);
    // The same words for every mention, so that nobody can tell a concern from a question.
    if (turn.place.kind !== 'personal') turn.sayHere(PUBLIC_WORDS);
  }

  private async messageOrPress(turn: HeldTurn): Promise<void> {
    const press = pressSchema.safeParse(turn.context.activity.value);
    if (!press.success || !press.data.verb) return void (await this.router.message(turn));
    this.sayReply(turn, await this.press(turn, press.data));
  }

  protected override async onAdaptiveCardInvoke(context: TurnContext): Promise<AdaptiveCardInvokeResponse> {
    const parsed = actionSchema.safeParse(context.activity.value);
    if (!parsed.success)
      return cardActionAnswer({ kind: 'notice', text: 'I could not read that press. Please try again.' });
    const { verb, data } = parsed.data.action;
    const turn = turnOf(context);
    const reply = await this.press(turn, { ...data, verb: data?.verb ?? verb });
    if (reply.kind === 'card') turn.replacePressedCard(reply.card);
    return cardActionAnswer(reply);
  }

  protected override async handleTeamsTaskModuleFetch(
    context: TurnContext,
    request: TaskModuleRequest,
  ): Promise<TaskModuleResponse> {
    return dialogAnswer(await this.press(turnOf(context), readPress(request)));
  }

  protected override async handleTeamsTaskModuleSubmit(
    context: TurnContext,
    request: TaskModuleRequest,
  ): Promise<TaskModuleResponse> {
    return dialogAnswer(await this.press(turnOf(context), readPress(request)));
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    if (context.activity.name !== 'message/submitAction') return super.onInvokeActivity(context);
    const feedback = feedbackSchema.safeParse(context.activity.value);
    if (feedback.success) await this.onFeedback(turnOf(context), feedback.data.actionValue.reaction);
    return { status: 200, body: {} };
  }

  private press(turn: HeldTurn, data: z.infer<typeof pressSchema>): Promise<CardReply> {
    return this.router.cardAction(turn, data.verb ?? '', data);
  }

  /** A plain Action.Submit has no answer of its own: the reply is said, or takes the card's place. */
  private sayReply(turn: HeldTurn, reply: CardReply): void {
    if (reply.kind === 'card') turn.replacePressedCard(reply.card);
    else if (reply.kind === 'notice') turn.say(reply.text);
    else if (reply.kind === 'page') turn.say(`[${reply.title}](${reply.url})`);
    else if (reply.kind !== 'done') turn.show(reply.card);
  }
}

function turnOf(context: TurnContext): HeldTurn {
  return context.turnState.get<HeldTurn>(TURN);
}

/** A card that the person put into their chat from a search: it asks nothing, so nothing is answered. */
function isCardAlone({ place, text, attachmentCount, context: { activity } }: HeldTurn): boolean {
  const hasCard = activity.attachments?.some(({ contentType }) => contentType === CARD_TYPE) ?? false;
  return hasCard && place.kind === 'personal' && text === '' && attachmentCount === 0;
}

function readPress(request: TaskModuleRequest): z.infer<typeof pressSchema> {
  const parsed = pressSchema.safeParse(request.data);
  return parsed.success ? parsed.data : {};
}
