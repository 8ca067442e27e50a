import type { PersonView } from '../../api';

/**
 * What a person does, their role, and what is unusual about them: blocked, not installed, gone, a guest. A job
 * that is called as its role is said once.
 */
export function PersonTitle({ person }: { person: PersonView }) {
  const isSame = person.title.toLowerCase() === person.role.toLowerCase();
  return (
    <span class="person-title">
      {!isSame && <span>{person.title}</span>}
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
