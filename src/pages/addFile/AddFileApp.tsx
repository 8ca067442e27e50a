import { useEffect, useState } from 'preact/hooks';
import type { Begun, FilesClient, Refused } from './filesClient';
import { NotTaken } from '../upload/botClient';
import { FileChooser } from './FileChooser';
import { FirstQuestion, NeverSend } from './FirstQuestion';
import { REFUSED_WORDS } from './words';

type Stage = 'question' | 'never' | 'files';

/** The page from its first moment on: may it be used, is there anything that must never be sent, and then the files. */
export function AddFileApp({ client }: { client: FilesClient }) {
  const [begun, setBegun] = useState<Begun>();
  const [problem, setProblem] = useState('');
  const [stage, setStage] = useState<Stage>('question');
  const begin = (): void => {
    setProblem('');
    client.begin().then(setBegun, (error: unknown) => {
      setProblem(REFUSED_WORDS[error instanceof NotTaken ? (error as NotTaken<Refused>).why : 'away']);
    });
  };
  useEffect(begin, []);
  if (problem) return <Problem words={problem} onAgain={begin} />;
  if (!begun) return <p>One moment…</p>;
  return (
    <main>
      <h1>Add a file to report {begun.reference}</h1>
      {stage === 'question' && <FirstQuestion onAnswer={(may) => setStage(may ? 'files' : 'never')} />}
      {stage === 'never' && <NeverSend />}
      {stage === 'files' && <FileChooser client={client} limits={begun} />}
    </main>
  );
}

function Problem({ words, onAgain }: { words: string; onAgain: () => void }) {
  return (
    <main>
      <h1>Add a file</h1>
      <p role="alert">{words}</p>
      <button type="button" onClick={onAgain}>
        Try again
      </button>
    </main>
  );
}
