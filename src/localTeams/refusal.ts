/** A refusal by the Connector, with Teams' status and code. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** seconds */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

/** The refusals that Teams documents for bots, by name, with the words that Teams uses or nearly so. */
export const refuse = {
  notAuthorised: () => new Refusal(401, 'Unauthorized', 'Authorization has been denied for this request.'),
  badArgument: (message: string) => new Refusal(400, 'BadArgument', message),
  badSyntax: (message: string) => new Refusal(400, 'BadSyntax', message),
  notInRoster: () =>
    new Refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.'),
  blocked: () => new Refusal(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.'),
  notEnoughPermissions: () =>
    new Refusal(403, 'NotEnoughPermissions', 'The bot may change its own activities only.'),
  noConversation: () => new Refusal(404, 'ConversationNotFound', 'Conversation not found.'),
  noActivity: () => new Refusal(404, 'ActivityNotFoundInConversation', 'Activity not found in conversation.'),
  noMember: () => new Refusal(404, 'MemberNotFoundInConversation', 'Member not found in conversation.'),
  noRoute: () => new Refusal(404, 'NotFound', 'There is no such operation.'),
  tooBig: () => new Refusal(413, 'MessageSizeTooBig', 'Message size too large.'),
  throttled: (seconds: number) => new Refusal(429, 'Throttled', 'API calls quota exceeded.', seconds),
};

/** Teams' usual code for a status, for faults that name none. */
export const USUAL_CODE: Record<number, string> = {
  400: 'BadArgument',
  401: 'Unauthorized',
  403: 'BotNotInConversationRoster',
  404: 'ConversationNotFound',
  412: 'PreconditionFailed',
  413: 'MessageSizeTooBig',
  429: 'Throttled',
  500: 'ServiceError',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
};
