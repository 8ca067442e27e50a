import { clipboard } from '@microsoft/teams-js';

/**
 * Copies a text: by the browser, or by Teams where its frame forbids the browser's way.
 * @returns whether it is on the clipboard
 */
export async function copyText(text: string): Promise<boolean> {
  return (await tried(() => navigator.clipboard.writeText(text))) || (await tried(() => copyByTeams(text)));
}

async function copyByTeams(text: string): Promise<void> {
  if (!clipboard.isSupported()) throw new Error('This host has no clipboard.');
  await clipboard.write(new Blob([text], { type: 'text/plain' }));
}

async function tried(copy: () => Promise<void>): Promise<boolean> {
  try {
    await copy();
    return true;
  } catch {
    return false;
  }
}
