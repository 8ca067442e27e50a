import { useEffect, useState } from 'preact/hooks';

/** Below this width two phones do not fit beside each other (shell.css has the same number). */
const NARROW = '(max-width: 760px)';

/** Whether the window is too narrow for more than one phone. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => window.matchMedia(NARROW).matches);
  useEffect(() => {
    const query = window.matchMedia(NARROW);
    const look = (): void => setNarrow(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  return narrow;
}
