/**
 * The control API of Local Teams: what the page, a script or a load test uses to act as the people.
 *
 * JSON over HTTP on loopback. A POST carries `Content-Type: application/json` (an empty object where a route
 * takes no body). A refusal is `ApiRefusal` with its HTTP status: 400 a body that does not fit, 403 a foreign
 * Host or Origin, 404 an unknown person, conversation, message or dialog, 409 something that a Teams client
 * would not let the person do now, 422 a card's inputs that the client refuses (`inputs` says which).
 *
 * `:person` is a key of the people file (`night-carer`), `:team` a team's key, `:message` an id as Teams gives it.
 * `:conversation` is an id, or a channel's key (`complaints/concerns`), or the person's own key for their chat with
 * the bot. Each is percent-encoded: ids hold `:`, `;` and `@`, a channel's key a `/`.
 *
 * What the person does is sent to the bot as Teams would, and the answer of the control API comes once the bot has
 * answered. While the bot is down it is tried again until it is there; `say` then waits, and the message is in the
 * conversation meanwhile with `delivery: 'sending'`.
 */
import type {
  ChannelRequest,
  DialogSubmitRequest,
  Done,
  FeedbackRequest,
  InsertRequest,
  MemberRequest,
  PressAnswer,
  PressRequest,
  ReactionRequest,
  ReadAnswer,
  SayAnswer,
  SayRequest,
  SearchAnswer,
  SearchRequest,
  SuggestionRequest,
  TabToken,
  TeamChangeRequest,
  UploadRequest,
} from './apiRequests';
import type { ChannelView, ConversationView, MessagesView, WorldView } from './apiViews';
import type { DeliveryView, FaultRequest, FaultView, RedeliverRequest, SeenRequest } from './apiWire';

export * from './apiViews';
export * from './apiRequests';
export * from './apiWire';

/** Every route of the control API: the router is made from this table, and so is the page of documentation. */
export const ROUTES = {
  world: { method: 'GET', path: '/api/world', does: 'people, teams, channels, tabs → WorldView' },
  events: { method: 'GET', path: '/api/events', does: 'server-sent events, each `data:` a LocalEvent' },
  conversations: {
    method: 'GET',
    path: '/api/people/:person/conversations',
    does: "the person's chat with the bot and the channels of their teams → ConversationView[]",
  },
  messages: {
    method: 'GET',
    path: '/api/people/:person/conversations/:conversation/messages',
    does: 'as this person sees them, oldest first; `?limit=` (100) newest, `?before=` a message id → MessagesView',
  },
  say: {
    method: 'POST',
    path: '/api/people/:person/conversations/:conversation/messages',
    does: 'write as the person: SayRequest → SayAnswer, once the bot has answered or was given up',
  },
  upload: {
    method: 'POST',
    path: '/api/people/:person/conversations/:conversation/files',
    does: 'send a file in the personal chat: UploadRequest → SayAnswer',
  },
  search: {
    method: 'POST',
    path: '/api/people/:person/conversations/:conversation/search',
    does: "type into the search of the app's message extension: SearchRequest → SearchAnswer",
  },
  insert: {
    method: 'POST',
    path: '/api/people/:person/conversations/:conversation/cards',
    does: 'put a result of a search into the conversation, as the person: InsertRequest → SayAnswer',
  },
  typing: {
    method: 'POST',
    path: '/api/people/:person/conversations/:conversation/typing',
    does: 'the person is typing: the bot gets a typing activity → Done',
  },
  read: {
    method: 'POST',
    path: '/api/people/:person/conversations/:conversation/read',
    does: 'the person has it open: clears the unread mark, and refreshes cards that ask for it → ReadAnswer',
  },
  press: {
    method: 'POST',
    path: '/api/people/:person/conversations/:conversation/messages/:message/press',
    does: "press a button of the message's card: PressRequest → PressAnswer",
  },
  suggestion: {
    method: 'POST',
    path: '/api/people/:person/conversations/:conversation/messages/:message/suggestion',
    does: 'press a suggested action: SuggestionRequest → SayAnswer',
  },
  feedback: {
    method: 'POST',
    path: '/api/people/:person/conversations/:conversation/messages/:message/feedback',
    does: 'thumbs up or down, with words: FeedbackRequest → PressAnswer',
  },
  react: {
    method: 'POST',
    path: '/api/people/:person/conversations/:conversation/messages/:message/reaction',
    does: 'a reaction (it also takes a card back to its stored form, as in Teams): ReactionRequest → Done',
  },
  submitDialog: {
    method: 'POST',
    path: '/api/people/:person/dialogs/:dialog/submit',
    does: 'submit an open dialog, card or page: DialogSubmitRequest → PressAnswer',
  },
  closeDialog: {
    method: 'POST',
    path: '/api/people/:person/dialogs/:dialog/close',
    does: 'close a dialog without submitting: the bot hears nothing → Done',
  },
  tabToken: {
    method: 'POST',
    path: '/api/people/:person/tab-token',
    does: 'the token that teams-js getAuthToken gives to a page → TabToken',
  },
  person: {
    method: 'POST',
    path: '/api/people/:person/:change',
    does: 'change is install, uninstall, upgrade, block, unblock, depart or return (the last two: the account is gone or back) → Done',
  },
  addMember: {
    method: 'POST',
    path: '/api/teams/:team/members',
    does: 'MemberRequest: the person joins the team → Done',
  },
  removeMember: {
    method: 'DELETE',
    path: '/api/teams/:team/members/:person',
    does: 'the person leaves the team → Done',
  },
  addChannel: {
    method: 'POST',
    path: '/api/teams/:team/channels',
    does: 'ChannelRequest: a new channel → ChannelView',
  },
  team: {
    method: 'POST',
    path: '/api/teams/:team/:change',
    does: 'change is install, uninstall or upgrade: the bot in a team, by TeamChangeRequest.by → Done',
  },
  clearFault: { method: 'DELETE', path: '/api/faults/:fault', does: 'take one fault back → Done' },
  faults: { method: 'GET', path: '/api/faults', does: 'the faults that are set → FaultView[]' },
  setFault: { method: 'POST', path: '/api/faults', does: 'FaultRequest: misbehave from now on → FaultView' },
  clearFaults: { method: 'DELETE', path: '/api/faults', does: 'behave again → Done' },
  requests: {
    method: 'GET',
    path: '/api/requests',
    does: 'what the bot asked of the Connector; `?after=` a number → SeenRequest[] (the newest 1,000 at most)',
  },
  deliveries: {
    method: 'GET',
    path: '/api/deliveries',
    does: 'activities on their way to the bot, and the newest 1,000 before them → DeliveryView[]',
  },
  redeliver: {
    method: 'POST',
    path: '/api/redeliver',
    does: 'RedeliverRequest: send an activity again with the same id → DeliveryView',
  },
} as const;

/** The name of a route of the control API. */
export type RouteName = keyof typeof ROUTES;

/** The body that each route takes; a route that is not named takes none. */
export interface RouteBodies {
  say: SayRequest;
  upload: UploadRequest;
  search: SearchRequest;
  insert: InsertRequest;
  press: PressRequest;
  suggestion: SuggestionRequest;
  feedback: FeedbackRequest;
  react: ReactionRequest;
  submitDialog: DialogSubmitRequest;
  team: TeamChangeRequest;
  addMember: MemberRequest;
  addChannel: ChannelRequest;
  setFault: FaultRequest;
  redeliver: RedeliverRequest;
}

/** What each route answers with status 200; `events` is a stream and has no answer of its own. */
export interface RouteAnswers {
  world: WorldView;
  events: never;
  conversations: ConversationView[];
  messages: MessagesView;
  say: SayAnswer;
  upload: SayAnswer;
  search: SearchAnswer;
  insert: SayAnswer;
  typing: Done;
  read: ReadAnswer;
  press: PressAnswer;
  suggestion: SayAnswer;
  feedback: PressAnswer;
  react: Done;
  submitDialog: PressAnswer;
  closeDialog: Done;
  tabToken: TabToken;
  person: Done;
  team: Done;
  addMember: Done;
  removeMember: Done;
  addChannel: ChannelView;
  faults: FaultView[];
  setFault: FaultView;
  clearFault: Done;
  clearFaults: Done;
  requests: SeenRequest[];
  deliveries: DeliveryView[];
  redeliver: DeliveryView;
}
