/** The mark of what was not read yet; nothing when all was. */
export function Unread({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span class="unread">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span class="for-readers"> {count} unread</span>
    </span>
  );
}
