/** A clause as it is told side by side with what it was. */
export interface ClauseText {
  readonly id: string;
  readonly heading: string;
  /** Word for word. */
  readonly text: string;
}

/** What became of a clause from one version to another; `before` or `after` is empty where there was none. */
export interface ClauseChange {
  readonly id: string;
  readonly heading: string;
  readonly kind: 'changed' | 'added' | 'removed';
  readonly before: string;
  readonly after: string;
}

/** Compares two versions by their clauses' ids: in the order of the new one, what is gone at the end. */
export function clauseChanges(before: readonly ClauseText[], after: readonly ClauseText[]): ClauseChange[] {
  const old = new Map(before.map((clause) => [clause.id, clause]));
  const changes: ClauseChange[] = [];
  for (const { id, heading, text } of after) {
    const was = old.get(id);
    old.delete(id);
    if (!was) changes.push({ id, heading, kind: 'added', before: '', after: text });
    else if (was.text !== text) changes.push({ id, heading, kind: 'changed', before: was.text, after: text });
  }
  for (const { id, heading, text } of old.values()) {
    changes.push({ id, heading, kind: 'removed', before: text, after: '' });
  }
  return changes;
}

/** "2 changed, 1 added and none removed", for whoever decides. */
export function countInWords(changes: readonly ClauseChange[]): string {
  const many = (kind: ClauseChange['kind']): string =>
    String(changes.filter((change) => change.kind === kind).length);
  return `${many('changed')} changed, ${many('added')} added, ${many('removed')} removed`;
}
