import { z } from 'zod';

const channelSchema = z.object({ serviceUrl: z.string(), channelId: z.string() });
const chatSchema = z.object({ personId: z.string(), serviceUrl: z.string(), conversationId: z.string() });

/** Getting the case to those who handle it. A claim that ran out means that whoever made it stopped half-way. */
export const handOffSchema = z.object({
  state: z.enum(['waiting', 'posted']),
  claimedUntil: z.string().optional(),
  failures: z.int().nonnegative(),
  channel: channelSchema.optional(),
  /** Instead of the channel, where somebody who might handle it is involved: one uninvolved person's own chat. */
  chat: chatSchema.optional(),
  /** The administrator and the reporter were told that it waits. */
  delayTold: z.boolean().optional(),
});
