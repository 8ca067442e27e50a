import type { Clause } from '../policy';

/** An id as people write it: with its letter ("P5.9", "r2"), or without ("5.9"). */
const ID = /(?<![\p{L}\p{N}.])([apr]?)(\d{1,2}(?:\.\d{1,2})?)(?![\p{L}\p{N}])/giu;
/** A search that is an id and nothing else, perhaps still being typed ("P5."). */
const ID_ALONE = /^(?:(?:clause|section|point|paragraph|no\.?)\s*)?([apr]?)(\d{1,2}(?:\.\d{0,2})?)$/i;

/** The clauses that a search names by their ids, the exact ones first; then those that begin like it. */
export function clausesNamed(clauses: readonly Clause[], search: string): Clause[] {
  const alone = ID_ALONE.exec(search.trim());
  if (!alone) return idsIn(search).flatMap((id) => clauses.filter((clause) => isCalled(clause.id, id)));
  const id = `${alone[1] ?? ''}${alone[2] ?? ''}`;
  const exact = clauses.filter((clause) => isCalled(clause.id, id));
  const longer = clauses.filter((clause) => beginsLike(clause.id, id) && !exact.includes(clause));
  return [...exact, ...longer];
}

/** Among other words a whole number without a letter ("2 accounts") is a number and no id. */
function idsIn(search: string): string[] {
  return [...search.matchAll(ID)]
    .filter(([, letter = '', number = '']) => letter !== '' || number.includes('.'))
    .map(([id]) => id);
}

function isCalled(id: string, written: string): boolean {
  const small = written.toLowerCase();
  return id.toLowerCase() === small || id.slice(1) === small;
}

function beginsLike(id: string, written: string): boolean {
  const small = written.toLowerCase();
  return id.toLowerCase().startsWith(small) || (small.includes('.') && id.slice(1).startsWith(small));
}
