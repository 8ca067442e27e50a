import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SearchResult, WorldView } from '../../api';
import { Icon } from './Icon';
import type { ComposerPlace } from './useComposer';
import { useSearch } from './useSearch';

interface SearchPanelProps {
  place: ComposerPlace;
  search: NonNullable<WorldView['search']>;
  onClose: () => void;
  onInserted: () => void;
}

/** The search of the app's message extension. Escape closes it; a press on a result puts its card into the chat. */
export function SearchPanel({ place, search, onClose, onInserted }: SearchPanelProps) {
  const field = useRef<HTMLInputElement>(null);
  const state = useSearch(place);
  const [inserting, setInserting] = useState(false);
  // At once, so that no letter that is typed meanwhile is lost.
  useLayoutEffect(() => field.current?.focus(), []);
  const choose = async (id: string, result: number): Promise<void> => {
    if (inserting) return;
    setInserting(true);
    if (await state.insert(id, result)) onInserted();
    else setInserting(false);
  };
  return (
    <section
      class="search-panel"
      aria-label={search.title}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div class="search-head">
        <input
          ref={field}
          type="search"
          aria-label={search.label}
          placeholder={search.example}
          value={state.text}
          onInput={(event) => state.type(event.currentTarget.value)}
        />
        <button type="button" class="icon-button" aria-label="Close the search" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <p class="search-status" role="status">
        {state.busy ? 'Searching…' : statusOf(state.found)}
      </p>
      {state.found?.kind === 'results' && (
        <Results found={state.found} busy={inserting} onChoose={(id, at) => void choose(id, at)} />
      )}
    </section>
  );
}

interface ResultsProps {
  found: Extract<SearchResult, { kind: 'results' }>;
  busy: boolean;
  onChoose: (search: string, result: number) => void;
}

function Results({ found, busy, onChoose }: ResultsProps) {
  return (
    <ul class="search-results">
      {found.results.map(({ title, text }, at) => (
        <li key={at}>
          <button type="button" disabled={busy} onClick={() => onChoose(found.search, at)}>
            <strong>{title}</strong>
            <span>{text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function statusOf(found: SearchResult | undefined): string {
  if (found?.kind !== 'results') return found?.text ?? '';
  return `${found.results.length} found. Press one to put it into this conversation.`;
}
