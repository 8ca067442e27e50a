import type { Activity, ResourceResponse } from 'botbuilder';
import { BotAdapter, TurnContext } from 'botbuilder';

const ANSWER = Symbol('invoke answer');

/** An invoke's answer as the SDK's activity handler gives it. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** Something was sent around the turn: it would be lost, or said twice when the turn runs again. */
export class SentAroundTheTurn extends Error {}

/**
 * The SDK's adapter, reduced to running one activity through a handler. What is said goes through the turn, which
 * holds it back until the state is saved; here only an invoke's answer is taken.
 */
export class TurnAdapter extends BotAdapter {
  contextOf(activity: Activity): TurnContext {
    return new TurnContext(this, activity);
  }

  /** @returns the invoke's answer, or undefined when the handler gave none. */
  async run(context: TurnContext, logic: () => Promise<void>): Promise<InvokeAnswer | undefined> {
    await logic();
    return context.turnState.get<InvokeAnswer | undefined>(ANSWER);
  }

  override sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    for (const activity of activities) {
      if (activity.type !== 'invokeResponse')
        throw new SentAroundTheTurn(`An activity of type ${activity.type} was sent.`);
      context.turnState.set(ANSWER, activity.value);
    }
    return Promise.resolve(activities.map(() => ({ id: '' })));
  }

  override updateActivity(): Promise<void> {
    throw new SentAroundTheTurn('An activity was updated.');
  }

  override deleteActivity(): Promise<void> {
    throw new SentAroundTheTurn('An activity was deleted.');
  }

  override continueConversation(): Promise<void> {
    throw new SentAroundTheTurn('A conversation was continued.');
  }

  override continueConversationAsync(): Promise<void> {
    throw new SentAroundTheTurn('A conversation was continued.');
  }
}
