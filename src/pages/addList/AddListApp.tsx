import { useEffect, useState } from 'preact/hooks';
import { AWAY, NotTaken } from '../upload/botClient';
import type { Begun, ListClient } from './listClient';
import { ListChooser } from './ListChooser';

/** The page from its first moment on: may it be used, and then the file. */
export function AddListApp({ client }: { client: ListClient }) {
  const [begun, setBegun] = useState<Begun>();
  const [problem, setProblem] = useState('');
  const begin = (): void => {
    setProblem('');
    client.begin().then(setBegun, (error: unknown) => {
      setProblem((error instanceof NotTaken && error.say) || AWAY);
    });
  };
  useEffect(begin, []);
  if (problem) return <Problem words={problem} onAgain={begin} />;
  if (!begun) return <p>One moment…</p>;
  return (
    <main>
      <h1>Choose a file with e-mail addresses</h1>
      <p>
        For your request: <strong>{begun.title}</strong>
      </p>
      <ListChooser client={client} limits={begun} />
    </main>
  );
}

function Problem({ words, onAgain }: { words: string; onAgain: () => void }) {
  return (
    <main>
      <h1>Choose a file</h1>
      <p role="alert">{words}</p>
      <button type="button" onClick={onAgain}>
        Try again
      </button>
    </main>
  );
}
