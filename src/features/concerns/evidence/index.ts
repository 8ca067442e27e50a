import type { Router } from '../../../bot/router';
import type { CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import type { HandlerPresses } from '../handling/handlerPresses';
import { registerAddFile } from './upload/addFile';
import { FilePresses } from './look/filePresses';
import { Opening } from './look/opening';
import { createOpenLinks } from './look/openLinks';
import { SealedFiles } from './sealedFiles';
import { UploadLinks } from './upload/uploadLinks';
import { clearUpload } from './upload/uploadEnds';
import { Uploads } from './upload/uploads';

/** What the pages of files ask of the bot. */
export interface FilesApi {
  readonly uploads: Uploads;
  readonly opening: Opening;
  /** Both copies of every file of a case go: for the end of its time. Again, nothing happens. */
  forget(caseId: string): Promise<void>;
}

interface FilesParts {
  readonly deps: ConcernsDeps;
  readonly cases: CaseStore;
  readonly presses: HandlerPresses;
  readonly maySee: (personId: string, caseId: string) => Promise<boolean>;
}

/** Files of a case: added by its reporter on a page, looked at by handlers, sealed in between. */
export function registerFiles(router: Router, { deps, cases, presses, maySee }: FilesParts): FilesApi {
  // A token is behind the #, which no browser sends: it stands in no log of a server or proxy.
  const page = (name: string) => (token: string) => `${deps.baseUrl}/pages/${name}#${token}`;
  const sealed = new SealedFiles(deps.storage);
  const uploadLinks = new UploadLinks(deps, (upload, link) =>
    clearUpload({ cases, files: sealed }, upload, link),
  );
  const openLinks = createOpenLinks(deps);
  const uploads = new Uploads(deps, cases, uploadLinks, sealed);
  registerAddFile(router, deps, cases, uploadLinks, page('addFile'));
  new FilePresses(presses, cases, openLinks, page('caseFile')).register();
  return {
    uploads,
    opening: new Opening(deps, cases, openLinks, sealed, maySee),
    forget: (caseId) => sealed.removeCopies({ caseId }),
  };
}
