import { useEffect, useId, useRef } from 'preact/hooks';
import type { PersonView } from '../../api';
import type { OpenDialog } from '../state/appState';
import { Avatar } from './Avatar';
import { DialogContent } from './DialogContent';
import { pixels } from './dialogSize';
import { Icon } from './Icon';
import { PersonNotices } from './Notices';
import { useApp, useSession } from './SessionContext';

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

function closeDialog(session: ReturnType<typeof useSession>, { person, view, finish }: OpenDialog): void {
  session.store.update((state) => ({ ...state, dialog: undefined }));
  if (finish) finish('User cancelled/closed the task module.', undefined);
  else session.detached(session.api.closeDialog(person, view.id), person);
}
