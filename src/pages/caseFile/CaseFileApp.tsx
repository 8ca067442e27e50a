import { useEffect, useState } from 'preact/hooks';
import { fetchFile, NoFile, type ShownFile } from './fetchFile';

const GONE = 'This link was used already, or its time is over. Close this window and open the file again.';
const WORDS: Readonly<Record<number, string>> = {
  403: 'I could not check with Teams that you may see this file, so it was not opened. Please try again in a minute.',
  404: GONE,
  423: 'This file is sealed with an older key that I do not have now. It is not lost: please ask your administrator to put the older key back, and then open the file again.',
  500: 'This file in storage is not what was sent. Please tell your administrator: somebody or something changed it.',
};
const AWAY = 'The file could not be read. Close this window and open the file again in a minute.';

/** Shows one copy of one file, once. */
export function CaseFileApp({ token }: { token: string }) {
  const [file, setFile] = useState<ShownFile>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    fetchFile(token).then(setFile, (error: unknown) => {
      setProblem((error instanceof NoFile && WORDS[error.status]) || AWAY);
    });
  }, [token]);
  if (problem) return <p role="alert">{problem}</p>;
  return file ? <FileView file={file} /> : <p>One moment…</p>;
}

function FileView({ file: { name, isOriginal, address, text } }: { file: ShownFile }) {
  return (
    <main>
      <h1>{isOriginal ? 'The original' : 'The copy without hidden data'}</h1>
      {text === undefined ? <img src={address} alt="The file that the reporter sent" /> : <pre>{text}</pre>}
      {isOriginal && (
        <p>
          <a href={address} download={name}>
            Save the original on this device
          </a>
          . Keep it where only those can see it who need to.
        </p>
      )}
    </main>
  );
}
