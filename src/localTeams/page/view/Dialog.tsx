import { useEffect, useId, useRef } from 'preact/hooks';
import type { PersonView } from '../../api';
import type { Json } from '../../json';
import type { OpenDialog } from '../state/appState';
import { pressOf } from '../cards/pressed';
import { act, openLink } from '../state/results';
import { Avatar } from './Avatar';
import { CardView } from './CardView';
import { HostedFrame } from './HostedFrame';
import { Icon } from './Icon';
import { PersonNotices } from './Notices';
import { useApp, useSession } from './SessionContext';

/** The sizes that Teams gives dialogs by name, in pixels (docs: task modules, "Dialog sizing"). */
const SIZES: Record<string, number> = { small: 400, medium: 600, large: 800 };

/** The dialog that is open, if one is. The browser keeps the focus inside and closes it with Escape. */
export function DialogLayer() {
  const dialog = useApp((state) => state.dialog);
  const person = useApp((state) => state.world?.people.find((one) => one.key === state.dialog?.person));
  if (!dialog || !person) return null;
  return <DialogBox dialog={dialog} person={person} />;
}

function DialogBox({ dialog, person }: { dialog: OpenDialog; person: PersonView }) {
  const session = useSession();
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { view } = dialog;
  useEffect(() => {
    if (!box.current?.open) box.current?.showModal();
  }, []);
  const close = (): void => closeDialog(session, dialog);
  const onCancel = (event: Event): void => {
    event.preventDefault();
    close();
  };
  const width = pixels(view.width);
  return (
    <dialog
      ref={box}
      class="dialog"
      aria-labelledby={id}
      onCancel={onCancel}
      style={width ? { maxWidth: `${width}px` } : {}}
    >
      <header class="dialog-header">
        <Avatar name={person.name} small />
        <div>
          <h2 id={id}>{view.title || 'Dialog'}</h2>
          <p>On {person.name}’s phone</p>
        </div>
        <button type="button" class="icon-button" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <DialogContent key={view.id} dialog={dialog} person={person} />
      <PersonNotices person={person.key} />
    </dialog>
  );
}

function DialogContent({ dialog, person }: { dialog: OpenDialog; person: PersonView }) {
  const session = useSession();
  const { view, finish } = dialog;
  if (view.card) {
    return (
      <div class="dialog-body">
        <CardView
          card={view.card}
          keptAs={`${person.key}/dialog/${view.title}`}
          label={view.title}
          onPress={(action) =>
            act(session, person.key, session.api.submitDialog(person.key, view.id, pressOf(action)))
          }
          onLink={(address) => openLink(session, person.key, address)}
        />
      </div>
    );
  }
  const onComplete = (result: unknown): void => {
    if (!finish)
      return void act(
        session,
        person.key,
        session.api.submitDialog(person.key, view.id, { data: result as Json }),
      );
    session.store.update((state) => ({ ...state, dialog: undefined }));
    finish(undefined, result);
  };
  const height = pixels(view.height) ?? SIZES['medium'];
  return (
    <div class="dialog-page" style={{ height: `${height}px` }}>
      <HostedFrame
        person={person}
        url={view.url ?? 'about:blank'}
        title={view.title}
        frame="task"
        onComplete={onComplete}
      />
    </div>
  );
}

function closeDialog(session: ReturnType<typeof useSession>, { person, view, finish }: OpenDialog): void {
  session.store.update((state) => ({ ...state, dialog: undefined }));
  if (finish) finish('User cancelled/closed the task module.', undefined);
  else session.detached(session.api.closeDialog(person, view.id), person);
}

function pixels(size: number | string | undefined): number | undefined {
  return typeof size === 'string' ? SIZES[size] : size;
}
