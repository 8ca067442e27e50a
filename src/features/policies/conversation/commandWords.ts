import type { Message } from '../../../bot/messengerPort';
import type { CommandName } from '../engine/outcome';
import type { Policy } from '../policy';
import type { ClauseLink } from './answerWords';
import { versionWords } from './answerWords';
import { asItStands, paragraphs } from './markdown';

/** What `policy` is answered with: the key points, each with its clauses, and the page with the whole text. */
export function policyMessage(policy: Policy, link: ClauseLink): Message {
  const points = policy.keyPoints.map(
    ({ text, clauses }) => `- ${text} (${clauses.map((id) => `[${id}](${link(id)})`).join(', ')})`,
  );
  const first = policy.clauses[0]?.id ?? '';
  return {
    text: paragraphs(
      `**${asItStands(policy.title)}**, ${versionWords(policy)}`,
      points.join('\n'),
      `[Read the whole policy](${link(first)}), or ask me a question in your own words.`,
    ),
  };
}

/** What `privacy` is answered with. Every sentence must be true of the product as it is. */
export const privacyMessage: Message = {
  text: paragraphs(
    '**What I keep, and who can see it**',
    [
      '- **Questions.** I remember your last three questions in this chat, with names and numbers left out, and which ' +
        'parts of the policy fit the last one, so that I understand a follow-up. I use them for half an hour and your next questions take their place. Nobody else sees them: ' +
        'your manager cannot see what you ask here.',
      '- **A question that you send to the policy team.** I keep it only when you press Send, and only the words that I ' +
        'showed you, without names and numbers, and the week. Nothing with it says that it was you, and I forget here ' +
        'that you asked it. The policy team sees questions only when three or more are alike.',
      '- **Thumbs up and down.** I count them for each part of the policy, without your name or your words.',
      '- **Confirming that you have read the policy.** I keep your name, the version, and the time. Your manager can see it.',
      '- **Reminders.** I keep when you want to be reminded, and until which day you are away, but not why. ' +
        'Your manager can see that you are away.',
      '- **Reports.** Nobody sees a report before you press Send. After that the complaints team reads it. ' +
        'You can ask for your name to be kept back. A report made here is never fully anonymous, because Teams knows your account.',
      '- **Your name and teams.** I know them from Teams, to tell who may do what.',
    ].join('\n'),
    'Teams keeps this chat itself, by your employer’s own rules. I write no names and no words of yours in my log.',
  ),
};

/** Commands that do something, and the words that always start them. */
const WITH_EFFECT: Partial<Record<CommandName, { readonly does: string; readonly words: string }>> = {
  report: { does: 'start a report', words: 'Report a concern' },
  cancel: { does: 'stop the report that you are writing', words: 'Cancel my report' },
  remind: { does: 'send the policy to a team', words: 'Remind' },
};

/** Whether a command must be typed in its own words before anything is done. */
export function needsItsWords(command: CommandName): boolean {
  return command in WITH_EFFECT;
}

/** What only resembles a command with an effect is offered and not done: "can I cancel my Facebook?" */
export function commandOffer(command: CommandName): Message | undefined {
  const offered = WITH_EFFECT[command];
  return (
    offered && {
      text: `I have not done anything yet. Would you like me to ${offered.does}? Then press the button or type **${offered.words}**.`,
      extras: { suggestions: [offered.words] },
    }
  );
}
