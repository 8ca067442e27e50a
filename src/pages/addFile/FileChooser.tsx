import { useMemo, useState } from 'preact/hooks';
import type { Begun, FilesClient } from './filesClient';
import { UploadQueue, type Upload } from './uploadQueue';
import { UploadList } from './UploadList';

/** A phone that keeps pictures in another way hands them over as JPEG when only these are asked for. */
const TAKEN = 'image/jpeg,image/png,image/webp,text/plain';

/** Choosing files; each is sent as soon as it is chosen. */
export function FileChooser({ client, limits }: { client: FilesClient; limits: Begun }) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const queue = useMemo(() => new UploadQueue(client, limits, setUploads), [client, limits]);
  const choose = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    queue.add([...(input.files ?? [])]);
    // The same file can be chosen again.
    input.value = '';
  };
  return (
    <>
      <p>
        Only the complaints team sees what you send. They look at a copy without hidden data, such as the
        place where a picture was taken. We do not keep the names of files.
      </p>
      <p>If you keep your name back, check that nothing in the picture shows who you are.</p>
      <label class="choose" for="files">
        Choose pictures or text files
      </label>
      <input id="files" type="file" multiple accept={TAKEN} onChange={choose} />
      <p class="quiet">
        Up to {limits.mostFiles} files, each up to 20 MB. They are sent as soon as you choose them.
      </p>
      <UploadList uploads={uploads} limits={limits} queue={queue} />
    </>
  );
}
