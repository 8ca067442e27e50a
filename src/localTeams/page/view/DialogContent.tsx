import type { PersonView } from '../../api';
import type { Card, Json } from '../../json';
import type { OpenDialog } from '../state/appState';
import { pressOf } from '../cards/pressed';
import { pixels } from './dialogSize';
import { act, openLink } from '../state/results';
import { CardView } from './CardView';
import { HostedFrame } from './HostedFrame';
import { useSession } from './SessionContext';

interface ContentProps {
  dialog: OpenDialog;
  person: PersonView;
}

/** What a dialog shows: a card, or a page of the app. */
export function DialogContent({ dialog, person }: ContentProps) {
  const { card } = dialog.view;
  return card ? (
    <CardContent dialog={dialog} person={person} card={card} />
  ) : (
    <PageContent dialog={dialog} person={person} />
  );
}

function CardContent({ dialog, person, card }: ContentProps & { card: Card }) {
  const session = useSession();
  const { id, title } = dialog.view;
  return (
    <div class="dialog-body">
      <CardView
        card={card}
        keptAs={`${person.key}/dialog/${title}`}
        label={title}
        onPress={(action) =>
          act(session, person.key, session.api.submitDialog(person.key, id, pressOf(action)))
        }
        onLink={(address) => openLink(session, person.key, address)}
      />
    </div>
  );
}

function PageContent({ dialog, person }: ContentProps) {
  const session = useSession();
  const { view, finish } = dialog;
  const onComplete = (result: unknown): void => {
    if (!finish) {
      const submitted = session.api.submitDialog(person.key, view.id, { data: result as Json });
      return void act(session, person.key, submitted);
    }
    session.store.update((state) => ({ ...state, dialog: undefined }));
    finish(undefined, result);
  };
  return (
    <div class="dialog-page" style={{ height: `${pixels(view.height) ?? pixels('medium')}px` }}>
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
