import { render } from 'preact';
import { createSession, startSession } from './state/session';
import { hasChosenTheme } from './state/theme';
import { App } from './view/App';
import { SessionContext } from './view/SessionContext';

const session = createSession(window);
startSession(session, window);

window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', ({ matches }) => {
  if (hasChosenTheme(session.kept)) return;
  session.store.update((state) => ({ ...state, theme: matches ? 'dark' : 'light' }));
});

const place = document.getElementById('app');
if (place) {
  render(
    <SessionContext.Provider value={session}>
      <App />
    </SessionContext.Provider>,
    place,
  );
}
