import type { Activity } from 'botbuilder';
import { z } from 'zod';

/**
 * The least that every activity carries. Loose on purpose: Teams adds types and properties, and an unknown type is
 * taken and ignored.
 */
const schema = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  channelId: z.literal('msteams'),
  serviceUrl: z.url(),
  conversation: z.looseObject({ id: z.string().min(1), tenantId: z.string().optional() }),
  from: z.looseObject({
    id: z.string().min(1),
    aadObjectId: z.string().optional(),
    name: z.string().optional(),
  }),
  recipient: z.looseObject({ id: z.string() }).optional(),
  text: z.string().nullish(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).optional() }).nullish(),
});

/** @returns the activity, or undefined when the body is none. */
export function parseActivity(body: unknown): Activity | undefined {
  const parsed = schema.safeParse(body);
  return parsed.success ? (parsed.data as unknown as Activity) : undefined;
}

const channelDataSchema = z.looseObject({
  tenant: z.looseObject({ id: z.string() }).optional(),
  team: z.looseObject({ id: z.string(), name: z.string().optional() }).optional(),
  channel: z.looseObject({ id: z.string() }).optional(),
  eventType: z.string().optional(),
});

/** What Teams says beside the activity. */
export type TeamsData = z.infer<typeof channelDataSchema>;

export function teamsDataOf(activity: Activity): TeamsData {
  const parsed = channelDataSchema.safeParse(activity.channelData);
  return parsed.success ? parsed.data : {};
}

/** The tenant that an activity belongs to. */
export function tenantOf(activity: Activity): string | undefined {
  return teamsDataOf(activity).tenant?.id ?? activity.conversation.tenantId;
}
