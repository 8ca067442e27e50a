import { useMemo, useRef, useState } from 'preact/hooks';
import type { CitationView, MessageView } from '../../api';
import { messageMarkdown } from '../cards/markdown';
import { openLink } from '../state/results';
import { Sources } from './Sources';
import { useSession } from './SessionContext';

/** The words of a message: Markdown of the bot with its sources, plain text of people. */
export function MessageText({ person, message }: { person: string; message: MessageView }) {
  if (message.from.kind === 'person' || message.textFormat === 'plain')
    return <PlainText text={message.text} />;
  return <MarkdownText person={person} text={message.text} citations={message.citations} />;
}

interface MarkdownProps {
  person: string;
  text: string;
  citations: CitationView[];
}

function MarkdownText({ person, text, citations }: MarkdownProps) {
  const session = useSession();
  const [open, setOpen] = useState<number>();
  const body = useRef<HTMLDivElement>(null);
  const html = useMemo(() => {
    const names = new Map(citations.map((citation) => [citation.position, citation.name]));
    return messageMarkdown(text, names);
  }, [text, citations]);
  const onClick = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : undefined;
    const cite = target?.closest<HTMLElement>('[data-cite]');
    const anchor = target?.closest('a');
    if (cite)
      setOpen((now) => (now === Number(cite.dataset['cite']) ? undefined : Number(cite.dataset['cite'])));
    if (!anchor) return;
    event.preventDefault();
    openLink(session, person, anchor.href);
  };
  return (
    <>
      <div ref={body} class="markdown" onClick={onClick} dangerouslySetInnerHTML={{ __html: html }} />
      {citations.length > 0 && <Sources person={person} citations={citations} open={open} onOpen={setOpen} />}
    </>
  );
}

/** A mention comes from Teams as `<at>name</at>`; everything else is shown as it was typed. */
function PlainText({ text }: { text: string }) {
  const parts = text.split(/<at>([^<]*)<\/at>/);
  return (
    <div class="plain">
      {parts.map((part, at) => (at % 2 === 1 ? <span class="mention">{part}</span> : part))}
    </div>
  );
}
