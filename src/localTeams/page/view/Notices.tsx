import type { Notice } from '../state/appState';
import { Icon } from './Icon';
import { useApp, useSession } from './SessionContext';

/** The lines of text shown for a moment on one person's phone. */
export function PersonNotices({ person }: { person: string }) {
  const notices = useApp((state) => state.notices);
  return <NoticeList notices={notices.filter((notice) => notice.person === person)} />;
}

/** Those that concern the page as a whole. */
export function PageNotices() {
  const notices = useApp((state) => state.notices);
  return (
    <div class="page-notices">
      <NoticeList notices={notices.filter((notice) => notice.person === undefined)} />
    </div>
  );
}

/** Both regions stand there from the start: a screen reader speaks only what changes in one that it knows. */
function NoticeList({ notices }: { notices: Notice[] }) {
  const { notices: all } = useSession();
  const line = (notice: Notice) => (
    <p key={notice.id} class={`notice notice-${notice.kind}`}>
      <span>{notice.text}</span>
      <button type="button" aria-label="Dismiss" onClick={() => all.dismiss(notice.id)}>
        <Icon name="close" />
      </button>
    </p>
  );
  return (
    <div class="notices">
      <div role="status">{notices.filter((notice) => notice.kind === 'info').map(line)}</div>
      <div role="alert">{notices.filter((notice) => notice.kind === 'error').map(line)}</div>
    </div>
  );
}
