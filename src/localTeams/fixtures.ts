/** Activities in the shape in which Microsoft's documentation for Teams bots shows them, with sample values. */
import conversationUpdateChannelCreated from './fixtures/conversationUpdate.channelCreated.json';
import conversationUpdateMembersAdded from './fixtures/conversationUpdate.membersAdded.json';
import conversationUpdateMembersRemoved from './fixtures/conversationUpdate.membersRemoved.json';
import conversationUpdatePersonal from './fixtures/conversationUpdate.personal.json';
import installationUpdatePersonal from './fixtures/installationUpdate.personal.json';
import installationUpdateTeam from './fixtures/installationUpdate.team.json';
import invokeAdaptiveCardAction from './fixtures/invoke.adaptiveCardAction.json';
import invokeComposeExtensionQuery from './fixtures/invoke.composeExtensionQuery.json';
import invokeFeedback from './fixtures/invoke.feedback.json';
import invokeTaskFetch from './fixtures/invoke.taskFetch.json';
import invokeTaskSubmit from './fixtures/invoke.taskSubmit.json';
import messageCard from './fixtures/message.card.json';
import messageChannel from './fixtures/message.channel.json';
import messageFile from './fixtures/message.file.json';
import messagePersonal from './fixtures/message.personal.json';
import messageSubmit from './fixtures/message.submit.json';
import messageReactionAdded from './fixtures/messageReaction.added.json';
import messageReactionRemoved from './fixtures/messageReaction.removed.json';
import typing from './fixtures/typing.json';
import type { JsonObject } from './json';

/** By what each stands for. */
export const FIXTURES = {
  conversationUpdateChannelCreated,
  conversationUpdateMembersAdded,
  conversationUpdateMembersRemoved,
  conversationUpdatePersonal,
  installationUpdatePersonal,
  installationUpdateTeam,
  invokeAdaptiveCardAction,
  invokeComposeExtensionQuery,
  invokeFeedback,
  invokeTaskFetch,
  invokeTaskSubmit,
  messageCard,
  messageChannel,
  messageFile,
  messagePersonal,
  messageSubmit,
  messageReactionAdded,
  messageReactionRemoved,
  typing,
} satisfies Record<string, JsonObject>;

/** The name of a fixture. */
export type FixtureName = keyof typeof FIXTURES;
