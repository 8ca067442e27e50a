import { useId } from 'preact/hooks';
import type { CitationView } from '../../api';
import { openLink } from '../state/results';
import { useSession } from './SessionContext';

/** What the list of sources needs. */
export interface SourcesProps {
  person: string;
  citations: CitationView[];
  /** the number of the source that is unfolded */
  open?: number | undefined;
  onOpen: (position: number | undefined) => void;
}

/** The sources under an answer; pressing one, or its number in the text, unfolds what it says and its link. */
export function Sources({ person, citations, open, onOpen }: SourcesProps) {
  const id = useId();
  const shown = citations.find((citation) => citation.position === open);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onOpen(undefined);
  };
  return (
    <div class="sources" onKeyDown={onKeyDown}>
      <ul aria-label="Sources">
        {citations.map(({ position, name }) => (
          <li key={position}>
            <button
              type="button"
              class="source"
              aria-expanded={open === position}
              aria-controls={id}
              onClick={() => onOpen(open === position ? undefined : position)}
            >
              <span class="source-number">{position}</span> {name}
            </button>
          </li>
        ))}
      </ul>
      <div id={id} role="status">
        {shown && <SourceDetail person={person} citation={shown} />}
      </div>
    </div>
  );
}

function SourceDetail({ person, citation }: { person: string; citation: CitationView }) {
  const session = useSession();
  const { url } = citation;
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    if (url) openLink(session, person, url);
  };
  return (
    <div class="source-detail">
      <strong>{citation.name}</strong>
      <p>{citation.abstract}</p>
      {url && (
        <a href={url} onClick={open}>
          Open the source
        </a>
      )}
    </div>
  );
}
