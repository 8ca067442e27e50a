import { useEffect, useRef, useState } from 'preact/hooks';
import type { PolicyPage } from '../policyPage';
import { findClauses, wordsOf } from './search';
import { SearchBox } from './SearchBox';
import { Sections } from './Sections';
import { VersionLines } from './VersionLines';
import { resultWords } from './words';

/** The whole policy with its search. `clauseId` is the clause that a link asked for. */
export function PolicyView({ page, clauseId }: { page: PolicyPage; clauseId: string | undefined }) {
  const [query, setQuery] = useState('');
  const words = wordsOf(query);
  const found = findClauses(page.clauses, words);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // Somebody who searches from further down would otherwise look at the middle of what was found.
    if (query !== '' && window.scrollY > 0) main.current?.scrollIntoView({ block: 'start' });
  }, [query]);
  const isKnown = clauseId === undefined || page.clauses.some((clause) => clause.id === clauseId);
  return (
    <>
      <header>
        <p class="organisation">{page.organisation}</p>
        <h1>{page.title}</h1>
        <VersionLines version={page.version} />
      </header>
      <SearchBox query={query} onQuery={setQuery} result={resultWords(query, words, found.length)} />
      <main ref={main}>
        {!isKnown && (
          <p class="notice" role="status">
            The link asks for {clauseId}, and this version of the policy has no such part. Here is the whole
            policy.
          </p>
        )}
        <Sections found={found} words={words} clauseId={clauseId} />
      </main>
      <footer>
        <p>
          Fingerprint of this text: <code>{page.version.hash.slice(0, 12)}</code>. A confirmation record names
          the same one.
        </p>
      </footer>
    </>
  );
}
