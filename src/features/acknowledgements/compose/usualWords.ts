import type { About } from '../campaign/campaign';
import { asksToConfirm } from '../campaign/campaign';
import type { PolicyToConfirm } from '../policyToConfirm';

/** A title and words that a manager may leave as they are. */
export interface Words {
  readonly title: string;
  readonly words: string;
}

/** The words that a request of this kind begins with. */
export function usualWords({ title }: Pick<PolicyToConfirm, 'title'>, about: About): Words {
  if (asksToConfirm({ about })) {
    return {
      title: `Please read and confirm: ${title}`,
      words:
        'Please read our policy and confirm that you have read it. It protects the people we care for, your ' +
        'colleagues and you. It takes about ten minutes. If something is not clear, please ask me.',
    };
  }
  return {
    title: `Please read again: ${title}`,
    words:
      'Please take a minute to read this part of our policy again. If something is not clear, please ask me.',
  };
}

/** What was typed; where nobody touched the words of the one kind, they become those of the other. */
export function wordsFor(policy: Pick<PolicyToConfirm, 'title'>, about: About, typed: Words): Words {
  const [mine, others] = [usualWords(policy, about), usualWords(policy, other(about))];
  return {
    title: typed.title === others.title ? mine.title : typed.title,
    words: typed.words === others.words ? mine.words : typed.words,
  };
}

function other(about: About): About {
  return asksToConfirm({ about }) ? { kind: 'clause', clauseId: '' } : { kind: 'policy' };
}
