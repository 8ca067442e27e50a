const PREFIX = 'local-teams/';

/** Text that outlives a reload, by name. */
export interface Kept {
  get: (name: string) => string | undefined;
  /** an empty text takes it away */
  set: (name: string, text: string) => void;
}

/** Keeps text in the browser. Where storage is full or forbidden the page goes on without. */
export function keptIn(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Kept {
  return {
    get: (name) => attempt(() => storage.getItem(PREFIX + name)) ?? undefined,
    set(name, text) {
      attempt(() => (text === '' ? storage.removeItem(PREFIX + name) : storage.setItem(PREFIX + name, text)));
    },
  };
}

function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined; // private windows and full disks throw here, and nothing worth a warning is lost
  }
}
