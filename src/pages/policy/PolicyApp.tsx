import { useEffect, useState } from 'preact/hooks';
import type { PolicyPage } from '../policyPage';
import { fetchPolicyPage } from './fetchPolicyPage';
import { PolicyView } from './PolicyView';
import { meetTeams } from '../teams/teamsHost';
import { followBrowserTheme, showTheme } from '../teams/theme';

type Loading = { state: 'loading' } | { state: 'failed' } | { state: 'ready'; page: PolicyPage };

/** The page from its first moment on: loading, the policy, or a plain word that it could not be loaded. */
export function PolicyApp() {
  const [loading, setLoading] = useState<Loading>({ state: 'loading' });
  const [clauseId, setClauseId] = useState(clauseInAddress);
  const load = (): void => {
    setLoading({ state: 'loading' });
    fetchPolicyPage().then(
      (page) => setLoading({ state: 'ready', page }),
      () => setLoading({ state: 'failed' }),
    );
  };
  useEffect(load, []);
  const page = loading.state === 'ready' ? loading.page : undefined;
  useEffect(() => (page ? joinTeams(page, setClauseId) : undefined), [page]);
  if (loading.state === 'ready') return <PolicyView page={loading.page} clauseId={clauseId} />;
  if (loading.state === 'loading') return <p class="notice">Loading the policy…</p>;
  return (
    <div class="notice" role="alert">
      <p>The policy could not be loaded. Please check your connection.</p>
      <button type="button" onClick={load}>
        Try again
      </button>
    </div>
  );
}

function clauseInAddress(): string | undefined {
  return new URLSearchParams(window.location.search).get('clause') ?? undefined;
}

/** The address wins over Teams' context, because a person can see it. */
function joinTeams(
  page: PolicyPage,
  setClauseId: (change: (now: string | undefined) => string | undefined) => void,
): () => void {
  const stopFollowing = followBrowserTheme();
  meetTeams(page.localHostOrigin, showTheme).then(
    (context) => {
      if (!context) return;
      stopFollowing();
      showTheme(context.theme);
      setClauseId((now) => now ?? context.subPageId);
    },
    (error: unknown) => console.warn('Teams gave no context.', error),
  );
  return stopFollowing;
}
