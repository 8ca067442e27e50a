import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { settleLayout } from '../state/session';
import { DialogLayer } from './Dialog';
import { Hints } from './Hints';
import { LineBanner } from './LineBanner';
import { MisbehavePanel } from './MisbehavePanel';
import { PageNotices } from './Notices';
import { Phones } from './Phones';
import { Rail } from './Rail';
import { useApp, useSession } from './SessionContext';
import { TopBar, type PanelName } from './TopBar';
import { WhoIsWho } from './WhoIsWho';

/** The whole page. */
export function App() {
  const world = useApp((state) => state.world);
  const [panel, setPanel] = useState<PanelName>();
  const [railOpen, setRailOpen] = useState(false);
  useLook();
  useSettledLayout(world !== undefined);
  const closePanel = (): void => setPanel(undefined);
  return (
    <div
      class={`app${railOpen ? ' rail-is-open' : ''}`}
      onKeyDown={(event) => event.key === 'Escape' && setRailOpen(false)}
    >
      <TopBar panel={panel} onPanel={setPanel} railOpen={railOpen} onRail={setRailOpen} />
      <LineBanner />
      <div class="app-body">
        {world && <Rail world={world} onChosen={() => setRailOpen(false)} />}
        {railOpen && (
          <button
            type="button"
            class="rail-shade"
            aria-label="Close the list"
            onClick={() => setRailOpen(false)}
          />
        )}
        <main class="stage">
          <Hints />
          {world ? <Phones world={world} /> : <p class="quiet stage-wait">Waiting for Local Teams…</p>}
        </main>
        {world && panel === 'misbehave' && <MisbehavePanel world={world} onClose={closePanel} />}
        {world && panel === 'who' && <WhoIsWho world={world} onClose={closePanel} />}
      </div>
      <PageNotices />
      <DialogLayer />
    </div>
  );
}

/** The look stands at the root of the document, where tokens.css finds it. */
function useLook(): void {
  const theme = useApp((state) => state.theme);
  useLayoutEffect(() => void (document.documentElement.dataset['theme'] = theme), [theme]);
}

/** What is open is settled once the people are known. */
function useSettledLayout(isKnown: boolean): void {
  const session = useSession();
  useEffect(() => {
    if (isKnown) settleLayout(session);
  }, [session, isKnown]);
}
