import { useEffect, useState } from 'preact/hooks';
import type { SearchResult } from '../../api';
import type { ControlApi } from '../client/controlApi';
import { inReadersWords } from '../client/apiError';
import { useSession } from './SessionContext';
import type { ComposerPlace } from './useComposer';

/** Somebody who types is not asked for after each letter. */
const PAUSE_MS = 250;

/** What the search panel holds and can do. */
export interface SearchState {
  text: string;
  type: (text: string) => void;
  /** for the newest words that were answered */
  found: SearchResult | undefined;
  /** the answer to what stands in the field is still to come */
  busy: boolean;
  /** puts a result into the conversation; true when it is there */
  insert: (search: string, result: number) => Promise<boolean>;
}

/** Asks as Teams does: when the panel opens, and at each pause in typing. An answer that comes too late is left out. */
export function useSearch({ person, conversation, replyTo }: ComposerPlace): SearchState {
  const { api, notices } = useSession();
  const [text, type] = useState('');
  const [answered, setAnswered] = useState<{ text: string; found: SearchResult }>();
  useEffect(() => {
    const wanted = { still: true };
    const ask = async (): Promise<void> => {
      const found = await lookUp(api, person, conversation, text);
      if (wanted.still) setAnswered({ text, found });
    };
    const timer = window.setTimeout(() => void ask(), text === '' ? 0 : PAUSE_MS);
    return () => {
      wanted.still = false;
      window.clearTimeout(timer);
    };
  }, [api, person, conversation, text]);
  const insert = async (search: string, result: number): Promise<boolean> => {
    try {
      await api.insert(person, conversation, {
        search,
        result,
        ...(replyTo === undefined ? {} : { replyTo }),
      });
      return true;
    } catch (error) {
      notices.show('error', inReadersWords(error), person);
      return false;
    }
  };
  return { text, type, found: answered?.found, busy: answered?.text !== text, insert };
}

async function lookUp(
  api: ControlApi,
  person: string,
  conversation: string,
  text: string,
): Promise<SearchResult> {
  try {
    return (await api.search(person, conversation, text === '' ? {} : { text })).result;
  } catch (error) {
    return { kind: 'failed', code: 'NotAsked', text: inReadersWords(error) };
  }
}
