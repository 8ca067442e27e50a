import { ClauseView } from './ClauseView';
import type { Found } from './search';

/** What the list of clauses needs. */
export interface SectionsProps {
  found: readonly Found[];
  words: readonly string[];
  /** The clause that a link led to. */
  clauseId: string | undefined;
}

/** What was found, part by part of the policy. */
export function Sections({ found, words, clauseId }: SectionsProps) {
  return (
    <>
      {sectionsOf(found).map(([title, clauses]) => (
        <section key={title} aria-label={title}>
          <h2>{title}</h2>
          {clauses.map(({ clause, isInAnswer }) => (
            <ClauseView
              key={clause.id}
              clause={clause}
              words={words}
              isTarget={clause.id === clauseId}
              isInAnswer={isInAnswer}
            />
          ))}
        </section>
      ))}
    </>
  );
}

function sectionsOf(found: readonly Found[]): [string, Found[]][] {
  const sections = new Map<string, Found[]>();
  for (const each of found)
    sections.set(each.clause.section, [...(sections.get(each.clause.section) ?? []), each]);
  return [...sections];
}
