import { z } from 'zod';
import type { RouteBodies } from './api';
import type { Json } from './json';

const json: z.ZodType<Json> = z.json();
const button = z.union([
  z.string().min(1),
  z.strictObject({ title: z.string().optional(), verb: z.string().optional(), data: json.optional() }),
]);
const inputs = z.record(z.string(), z.string());
const operation = z.enum([
  'createConversation',
  'send',
  'reply',
  'update',
  'delete',
  'members',
  'pagedMembers',
  'member',
  'team',
  'channels',
]);

/** What each route's body must look like; a property that is not named here is refused. */
export const BODIES: { [Name in keyof RouteBodies]: z.ZodType<RouteBodies[Name]> } = {
  say: z.strictObject({
    text: z.string(),
    mentionBot: z.boolean().optional(),
    replyTo: z.string().optional(),
  }),
  upload: z.strictObject({
    name: z.string().min(1).max(255),
    contentType: z.string(),
    contentBase64: z.base64(),
    text: z.string().optional(),
  }),
  search: z.strictObject({ text: z.string().optional() }),
  insert: z.strictObject({
    search: z.string(),
    result: z.int().min(0),
    replyTo: z.string().optional(),
  }),
  press: z.strictObject({ button, inputs: inputs.optional() }),
  suggestion: z.strictObject({ title: z.string() }),
  feedback: z.strictObject({ reaction: z.enum(['like', 'dislike']), text: z.string().optional() }),
  react: z.strictObject({
    type: z.enum(['like', 'heart', 'laugh', 'surprised', 'sad', 'angry']),
    remove: z.boolean().optional(),
  }),
  submitDialog: z.union([
    z.strictObject({ button, inputs: inputs.optional() }),
    z.strictObject({ data: json }),
  ]),
  team: z.strictObject({ by: z.string().optional() }),
  addMember: z.strictObject({ person: z.string() }),
  addChannel: z.strictObject({
    name: z.string().min(1).max(50),
    membershipType: z.enum(['standard', 'private', 'shared']).optional(),
  }),
  setFault: z.strictObject({
    answer: z.union([z.int().min(400).max(599), z.enum(['lost', 'reset'])]),
    code: z.string().optional(),
    retryAfter: z.int().min(0).optional(),
    operation: operation.optional(),
    conversation: z.string().optional(),
    times: z.int().min(1).optional(),
    share: z.number().gt(0).max(1).optional(),
  }),
  redeliver: z.strictObject({ activityId: z.string() }),
};
