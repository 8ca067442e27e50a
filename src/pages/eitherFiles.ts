import type { RecordFiles } from './recordFiles';

/** Files of two parts of the product under one address: a link is one part's, and the other knows nothing of it. */
export function eitherFiles(first: Pick<RecordFiles, 'find' | 'fetch'>, others: RecordFiles): RecordFiles {
  return {
    publicKeyPem: others.publicKeyPem,
    find: async (token) => (await first.find(token)) ?? others.find(token),
    fetch: async (token) => {
      const file = await first.fetch(token);
      return file === 'gone' ? others.fetch(token) : file;
    },
  };
}
