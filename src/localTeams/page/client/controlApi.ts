import type {
  ConversationView,
  DeliveryView,
  DialogSubmitRequest,
  Done,
  FaultRequest,
  FaultView,
  FeedbackRequest,
  InsertRequest,
  MessagesView,
  PressAnswer,
  PressRequest,
  ReactionRequest,
  ReadAnswer,
  SayAnswer,
  SayRequest,
  SearchAnswer,
  SearchRequest,
  TabToken,
  UploadRequest,
  WorldView,
} from '../../api';
import { ApiError } from './apiError';
import { request, STILL_WAITING } from './request';

/** How a person stands with the bot, as the control API can change it. */
export type PersonChange = 'install' | 'uninstall' | 'block' | 'unblock' | 'depart' | 'return';

/** The calls of the control API that the page makes. Each throws ApiError. */
export type ControlApi = ReturnType<typeof createControlApi>;

/** The control API at this page's own address. */
export function createControlApi(send: typeof request = request) {
  return { ...reading(send), ...talking(send), ...changing(send) };
}

const of = (...parts: string[]): string => `/api/${parts.map(encodeURIComponent).join('/')}`;
const chat = (person: string, conversation: string, ...more: string[]): string =>
  of('people', person, 'conversations', conversation, ...more);

function reading(send: typeof request) {
  return {
    world: () => send<WorldView>('GET', of('world')),
    conversations: (person: string) => send<ConversationView[]>('GET', of('people', person, 'conversations')),
    messages: (person: string, conversation: string, before?: string) =>
      send<MessagesView>('GET', chat(person, conversation, 'messages') + earlierThan(before)),
    read: (person: string, conversation: string) =>
      send<ReadAnswer>('POST', chat(person, conversation, 'read')),
    faults: () => send<FaultView[]>('GET', of('faults')),
    deliveries: () => send<DeliveryView[]>('GET', of('deliveries')),
    tabToken: (person: string) => send<TabToken>('POST', of('people', person, 'tab-token')),
  };
}

function talking(send: typeof request) {
  return {
    say: (person: string, conversation: string, what: SayRequest) =>
      said(send<SayAnswer>('POST', chat(person, conversation, 'messages'), what, HANDED_OVER_MS)),
    upload: (person: string, conversation: string, what: UploadRequest) =>
      send<SayAnswer>('POST', chat(person, conversation, 'files'), what),
    search: (person: string, conversation: string, what: SearchRequest) =>
      send<SearchAnswer>('POST', chat(person, conversation, 'search'), what),
    insert: (person: string, conversation: string, what: InsertRequest) =>
      said(send<SayAnswer>('POST', chat(person, conversation, 'cards'), what, HANDED_OVER_MS)),
    press: (person: string, conversation: string, message: string, what: PressRequest) =>
      send<PressAnswer>('POST', chat(person, conversation, 'messages', message, 'press'), what),
    suggestion: (person: string, conversation: string, message: string, title: string) =>
      said(
        send<SayAnswer>(
          'POST',
          chat(person, conversation, 'messages', message, 'suggestion'),
          { title },
          HANDED_OVER_MS,
        ),
      ),
    feedback: (person: string, conversation: string, message: string, what: FeedbackRequest) =>
      send<PressAnswer>('POST', chat(person, conversation, 'messages', message, 'feedback'), what),
    react: (person: string, conversation: string, message: string, what: ReactionRequest) =>
      send<Done>('POST', chat(person, conversation, 'messages', message, 'reaction'), what),
    submitDialog: (person: string, dialog: string, what: DialogSubmitRequest) =>
      send<PressAnswer>('POST', of('people', person, 'dialogs', dialog, 'submit'), what),
    closeDialog: (person: string, dialog: string) =>
      send<Done>('POST', of('people', person, 'dialogs', dialog, 'close')),
  };
}

function changing(send: typeof request) {
  return {
    changePerson: (person: string, change: PersonChange) => send<Done>('POST', of('people', person, change)),
    addMember: (team: string, person: string) => send<Done>('POST', of('teams', team, 'members'), { person }),
    removeMember: (team: string, person: string) =>
      send<Done>('DELETE', of('teams', team, 'members', person)),
    setFault: (fault: FaultRequest) => send<FaultView>('POST', of('faults'), fault),
    clearFaults: () => send<Done>('DELETE', of('faults')),
    redeliver: (activityId: string) => send<DeliveryView>('POST', of('redeliver'), { activityId }),
  };
}

/**
 * What was said is in the chat as soon as Local Teams has it, and the answer comes as an event. A browser keeps
 * six connections at most, so none is held until a slow bot has answered.
 */
const HANDED_OVER_MS = 5_000;

async function said(answer: Promise<SayAnswer>): Promise<void> {
  try {
    await answer;
  } catch (error) {
    if (!(error instanceof ApiError && error.code === STILL_WAITING)) throw error;
  }
}

function earlierThan(before?: string): string {
  return before === undefined ? '' : `?before=${encodeURIComponent(before)}`;
}
