import { useState } from 'preact/hooks';
import { NotTaken } from '../upload/botClient';
import type { Begun, ListClient, Report } from './listClient';
import { ListReport } from './ListReport';

/** By their ends: what a file is in truth, its content says. */
const TAKEN = '.csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values';
const BROKEN =
  'This file did not get through, and nothing has changed. Check your connection and try again, or choose the file again.';

/** How the chosen file stands. `broken`: the same file can be sent again. */
type Chosen =
  | { readonly state: 'reading'; readonly file: File }
  | { readonly state: 'read'; readonly file: File; readonly report: Report }
  | { readonly state: 'refused'; readonly file: File; readonly say: string }
  | { readonly state: 'broken'; readonly file: File };

/** Choosing a file; it is read as soon as it is chosen. Another one takes its place. */
export function ListChooser({ client, limits }: { client: ListClient; limits: Begun }) {
  const [chosen, setChosen] = useState<Chosen>();
  const send = (file: File): void => {
    if (file.size > limits.mostBytes) return setChosen({ state: 'refused', file, say: limits.tooLarge });
    setChosen({ state: 'reading', file });
    client.read(file).then(
      (report) => setChosen({ state: 'read', file, report }),
      (error: unknown) => setChosen(endOf(file, error)),
    );
  };
  const choose = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    // Not made unusable meanwhile: whoever goes by the keyboard would lose their place.
    if (file && chosen?.state !== 'reading') send(file);
    // The same file can be chosen again, once it was saved anew.
    input.value = '';
  };
  return (
    <>
      {chosen?.state !== 'read' && <WhatHappens />}
      <label class="choose" for="file">
        Choose a CSV or text file
      </label>
      <input id="file" type="file" accept={TAKEN} onChange={choose} aria-describedby="limits" />
      <p class="quiet" id="limits">
        Up to 10,000 addresses and 1 MB. An Excel workbook must be saved as CSV first.
      </p>
      <p role="status">{statusOf(chosen)}</p>
      {chosen && <Outcome chosen={chosen} onAgain={send} />}
    </>
  );
}

function WhatHappens() {
  return (
    <p>
      The bot takes the e-mail addresses out of the file, wherever they stand in a row, and looks for them in
      the teams that you can send to. It keeps the people it finds, and nothing else of the file.
    </p>
  );
}

function Outcome({ chosen, onAgain }: { chosen: Chosen; onAgain: (file: File) => void }) {
  switch (chosen.state) {
    case 'reading':
      return <progress aria-label={`Reading ${chosen.file.name}`} />;
    case 'read':
      return <ListReport report={chosen.report} />;
    case 'refused':
      return <p role="alert">{chosen.say}</p>;
    case 'broken':
      return (
        <div role="alert">
          <p>{BROKEN}</p>
          <button type="button" onClick={() => onAgain(chosen.file)}>
            Try again
          </button>
        </div>
      );
  }
}

function statusOf(chosen: Chosen | undefined): string {
  if (chosen?.state === 'reading') return `Reading ${chosen.file.name}. One moment.`;
  return chosen?.state === 'read' ? `${chosen.file.name} is read. You can close this window now.` : '';
}

/** What the bot said of the file stays so; everything else can be tried again. */
function endOf(file: File, error: unknown): Chosen {
  return error instanceof NotTaken && error.say
    ? { state: 'refused', file, say: error.say }
    : { state: 'broken', file };
}
