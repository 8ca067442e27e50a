import { randomUUID } from 'node:crypto';
import type { TestProduct } from '../../../support/product';

/** A press that no card offered, as somebody who reads the documents could make it up. @returns the bot's answer as text */
export async function pressMadeUp(
  { teams }: TestProduct,
  who: string,
  verb: string,
  data: Record<string, unknown>,
): Promise<string> {
  const value = { action: { type: 'Action.Execute', verb, data: { ...data, verb } }, trigger: 'manual' };
  const activity = teams.sampleActivity('invokeAdaptiveCardAction', who, {
    id: `f:${randomUUID()}`,
    value,
  });
  const { status, body } = await teams.sendRaw(activity);
  return `${status} ${typeof body === 'string' ? body : JSON.stringify(body)}`;
}
