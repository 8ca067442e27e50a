import type { Begun } from './filesClient';
import type { Upload, UploadQueue } from './uploadQueue';
import { REFUSED_WORDS } from './words';

interface ListProps {
  uploads: readonly Upload[];
  limits: Begun;
  queue: UploadQueue;
}

/** How each file stands, and what can be done about it. */
export function UploadList({ uploads, limits, queue }: ListProps) {
  const isOver = uploads.length > 0 && uploads.every(({ state }) => state === 'kept' || state === 'refused');
  return (
    <>
      <ul class="panels" aria-label="Files">
        {uploads.map((upload) => (
          <UploadRow key={upload.id} upload={upload} limits={limits} queue={queue} />
        ))}
      </ul>
      <p role="status">{isOver ? 'That is all. You can close this window now, or choose more.' : ''}</p>
    </>
  );
}

function UploadRow({ upload, limits, queue }: { upload: Upload; limits: Begun; queue: UploadQueue }) {
  const { id, file, state, sent } = upload;
  const isUnderWay = state === 'waiting' || state === 'sending' || state === 'checking';
  const pieces = Math.ceil(file.size / limits.pieceBytes);
  return (
    <li>
      <p>
        <strong>{file.name}</strong>
      </p>
      <p aria-live="polite">{wordsOf(upload)}</p>
      {isUnderWay && <progress value={sent} max={pieces} aria-label={`Sending ${file.name}`} />}
      <div class="answers">
        {state === 'broken' && (
          <button type="button" onClick={() => queue.retry(id)} aria-label={`Try again: ${file.name}`}>
            Try again
          </button>
        )}
        {(isUnderWay || state === 'broken') && (
          <button type="button" onClick={() => queue.cancel(id)} aria-label={`Cancel ${file.name}`}>
            Cancel
          </button>
        )}
      </div>
    </li>
  );
}

function wordsOf({ state, why, number = 0 }: Upload): string {
  switch (state) {
    case 'waiting':
      return 'Waiting';
    case 'sending':
      return 'Sending';
    case 'checking':
      return 'Nearly there: we are checking it';
    case 'cancelling':
      return 'Cancelling';
    case 'kept':
      return `Saved as file ${number}. The complaints team can see it.`;
    case 'broken':
      return 'This file did not get through. Nothing of it counts yet. Check your connection and try again.';
    case 'refused':
      return REFUSED_WORDS[why ?? 'away'];
  }
}
