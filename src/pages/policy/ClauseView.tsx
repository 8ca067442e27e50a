import { useEffect, useRef } from 'preact/hooks';
import type { PolicyPageClause } from '../policyPage';
import { CopyLink } from './CopyLink';
import { Highlighted } from './Highlighted';
import { PlainAnswer } from './PlainAnswer';

/** What one clause needs. */
export interface ClauseViewProps {
  clause: PolicyPageClause;
  words: readonly string[];
  /** True for the clause that a link led to: it is scrolled to, marked and focused. */
  isTarget: boolean;
  isInAnswer: boolean;
}

/** One clause: its id and heading, the words of the policy, the plain answer beside them. */
export function ClauseView({ clause, words, isTarget, isInAnswer }: ClauseViewProps) {
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isTarget) return;
    article.current?.focus({ preventScroll: true });
    article.current?.scrollIntoView({ block: 'start' });
  }, [isTarget]);
  const headingId = `heading-${clause.id}`;
  return (
    <article
      id={clause.id}
      ref={article}
      tabIndex={-1}
      aria-labelledby={headingId}
      class={isTarget ? 'clause target' : 'clause'}
    >
      <h3 id={headingId}>
        <span class="id">
          <Highlighted text={clause.id} words={words} />
        </span>{' '}
        <Highlighted text={clause.heading} words={words} />
      </h3>
      <div class="columns">
        <blockquote>
          <Highlighted text={clause.text} words={words} />
        </blockquote>
        <PlainAnswer text={clause.plainAnswer} words={words} isRevealed={isTarget || isInAnswer} />
      </div>
      <CopyLink id={clause.id} link={clause.link} />
    </article>
  );
}
