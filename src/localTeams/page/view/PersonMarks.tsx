import type { PersonView } from '../../api';

/** The role of a person, and what is unusual about them: blocked, not installed, gone, a guest. */
export function PersonMarks({ person }: { person: PersonView }) {
  return (
    <span class="marks">
      <span class={`mark role role-${roleKind(person.role)}`}>{person.role}</span>
      {person.guest && person.role !== 'guest' && <span class="mark">guest</span>}
      {person.departed && <span class="mark mark-off">left</span>}
      {person.blocked && <span class="mark mark-off">blocked the bot</span>}
      {!person.installed && !person.departed && <span class="mark mark-off">not installed</span>}
    </span>
  );
}

/** Four colours are enough to tell the roles apart at a glance; the words say the rest. */
function roleKind(role: string): 'staff' | 'manager' | 'complaints' | 'admin' {
  if (/admin/i.test(role)) return 'admin';
  if (/handler|complaints|officer/i.test(role)) return 'complaints';
  return /manager/i.test(role) ? 'manager' : 'staff';
}
