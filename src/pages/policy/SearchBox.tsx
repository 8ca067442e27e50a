import { useRef } from 'preact/hooks';

/** What the search box needs. */
export interface SearchBoxProps {
  query: string;
  onQuery: (query: string) => void;
  /** What was found, in words; read out by a screen reader as it changes. */
  result: string;
}

/** The search: it searches while you type, and one button clears it. */
export function SearchBox({ query, onQuery, result }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const clear = (): void => {
    onQuery('');
    input.current?.focus();
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    // Puts a phone's keyboard away, so that the results can be seen.
    input.current?.blur();
  };
  return (
    <form class="search" role="search" onSubmit={submit}>
      <label for="search">Search the policy</label>
      <div class="search-row">
        <input
          id="search"
          ref={input}
          type="search"
          autocomplete="off"
          enterkeyhint="search"
          placeholder="for example: pictures"
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && clear()}
        />
        {query !== '' && (
          <button type="button" onClick={clear}>
            Clear
          </button>
        )}
      </div>
      <p class="result" role="status">
        {result}
      </p>
    </form>
  );
}
