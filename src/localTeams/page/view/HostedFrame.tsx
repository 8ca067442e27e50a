import { useRef } from 'preact/hooks';
import type { PersonView } from '../../api';
import { hostContext } from '../host/context';
import type { TaskEnd, TaskInfo } from '../host/hostFunctions';
import { useHostedPage } from '../host/useHostedPage';
import { openLink, openTab } from '../state/results';
import { teamsTheme } from '../state/theme';
import { useApp, useSession } from './SessionContext';

interface FrameProps {
  person: PersonView;
  url: string;
  title: string;
  frame: 'content' | 'task';
  entityId?: string;
  subPage?: string | undefined;
  onComplete?: (result: unknown) => void;
}

/** A page of the app in its frame, with Local Teams playing Teams around it. */
export function HostedFrame({ person, url, title, frame, entityId, subPage, onComplete }: FrameProps) {
  const session = useSession();
  const world = useApp((state) => state.world);
  const theme = teamsTheme(useApp((state) => state.theme));
  const box = useRef<HTMLIFrameElement>(null);
  useHostedPage(box, url, theme, {
    frame,
    context: () => (world ? hostContext({ world, person, theme, frame, entityId, subPageId: subPage }) : {}),
    token: async () => (await session.api.tabToken(person.key)).token,
    openLink: (address) => openLink(session, person.key, address),
    openPage: (pageId, subPageId) => openTab(session, person.key, pageId, subPageId),
    startTask: (task) => startTask(session, person.key, task),
    completeTask: (result) => onComplete?.(result),
  });
  return (
    <iframe
      ref={box}
      class="hosted"
      src={url}
      title={title}
      sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-downloads"
    />
  );
}

/** Opens a page's own dialog; the page hears how it ended. */
function startTask(session: ReturnType<typeof useSession>, person: string, task: TaskInfo): Promise<TaskEnd> {
  const { url } = task;
  if (!url) return Promise.resolve({ error: 'Only pages can be opened as a dialog here.' });
  return new Promise((resolve) => {
    const { title = '', width, height } = task;
    const view = { id: '', title, url, ...(width ? { width } : {}), ...(height ? { height } : {}) };
    const finish = (error: string | undefined, result: unknown): void =>
      resolve({ ...(error === undefined ? {} : { error }), result });
    session.store.update((state) => ({ ...state, dialog: { person, view, finish } }));
  });
}
