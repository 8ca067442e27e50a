import { useState } from 'preact/hooks';
import type { FilesClient, Refused } from './filesClient';
import { NotTaken } from '../upload/botClient';
import { OnceBegun } from '../upload/OnceBegun';
import { FileChooser } from './FileChooser';
import { FirstQuestion, NeverSend } from './FirstQuestion';
import { REFUSED_WORDS } from './words';

type Stage = 'question' | 'never' | 'files';

/** Is there anything that must never be sent, and then the files. */
export function AddFileApp({ client }: { client: FilesClient }) {
  const [stage, setStage] = useState<Stage>('question');
  return (
    <OnceBegun purpose="Add a file" begin={() => client.begin()} wordsFor={wordsFor}>
      {(begun) => (
        <>
          <h1>Add a file to report {begun.reference}</h1>
          {stage === 'question' && <FirstQuestion onAnswer={(may) => setStage(may ? 'files' : 'never')} />}
          {stage === 'never' && <NeverSend />}
          {stage === 'files' && <FileChooser client={client} limits={begun} />}
        </>
      )}
    </OnceBegun>
  );
}

function wordsFor(error: unknown): string {
  return REFUSED_WORDS[error instanceof NotTaken ? (error as NotTaken<Refused>).why : 'away'];
}
