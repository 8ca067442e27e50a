import { keepTheme } from '../state/theme';
import { Icon } from './Icon';
import { useApp, useSession } from './SessionContext';

/** The panels at the right side of the page. */
export type PanelName = 'misbehave' | 'who';

interface TopBarProps {
  panel: PanelName | undefined;
  onPanel: (panel: PanelName | undefined) => void;
  railOpen: boolean;
  onRail: (open: boolean) => void;
}

/** The bar of the page: the people, how many phones at once, light or dark, who is who, and misbehaving. */
export function TopBar({ panel, onPanel, railOpen, onRail }: TopBarProps) {
  const toggle = (name: PanelName): void => onPanel(panel === name ? undefined : name);
  return (
    <header class="top-bar">
      <button
        type="button"
        class="icon-button rail-toggle"
        aria-label="People and channels"
        aria-expanded={railOpen}
        onClick={() => onRail(!railOpen)}
      >
        <Icon name="menu" />
      </button>
      <h1>
        Local Teams <small>everybody’s phone, on this machine</small>
      </h1>
      <ViewSwitch />
      <button type="button" class="bar-button" aria-expanded={panel === 'who'} onClick={() => toggle('who')}>
        <Icon name="people" /> <span>Who is who</span>
      </button>
      <MisbehaveButton open={panel === 'misbehave'} onClick={() => toggle('misbehave')} />
      <ThemeSwitch />
    </header>
  );
}

function ViewSwitch() {
  const session = useSession();
  const view = useApp((state) => state.layout.view);
  const choose = (next: 'one' | 'side'): void => session.layout((layout) => ({ ...layout, view: next }));
  return (
    <div class="view-switch" role="group" aria-label="How many phones at once">
      <button type="button" aria-pressed={view === 'one'} onClick={() => choose('one')}>
        <Icon name="one" /> <span>One</span>
      </button>
      <button type="button" aria-pressed={view === 'side'} onClick={() => choose('side')}>
        <Icon name="side" /> <span>Side by side</span>
      </button>
    </div>
  );
}

function MisbehaveButton({ open, onClick }: { open: boolean; onClick: () => void }) {
  const count = useApp((state) => state.faults.length);
  return (
    <button
      type="button"
      class={`bar-button${count > 0 ? ' is-on' : ''}`}
      aria-expanded={open}
      onClick={onClick}
    >
      <Icon name="misbehave" /> <span>Misbehave</span>
      {count > 0 && (
        <strong class="mark mark-on">
          {count} on<span class="for-readers">: Local Teams is misbehaving</span>
        </strong>
      )}
    </button>
  );
}

function ThemeSwitch() {
  const session = useSession();
  const theme = useApp((state) => state.theme);
  const next = theme === 'dark' ? 'light' : 'dark';
  const change = (): void => {
    keepTheme(session.kept, next);
    session.store.update((state) => ({ ...state, theme: next }));
  };
  const label = next === 'dark' ? 'Dark look' : 'Light look';
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} onClick={change}>
      <Icon name={next} />
    </button>
  );
}
