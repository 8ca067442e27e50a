import type { CitationView } from './api';
import { isObject, listAt, objectAt, textAt, type Json, type JsonObject } from './json';

/** The citations of a message: those of its entities of the type https://schema.org/Message. */
export function citationsOf(activity: JsonObject): CitationView[] {
  return listAt(activity, 'entities')
    .filter((entity) => textAt(entity, 'type') === 'https://schema.org/Message')
    .flatMap((entity) => listAt(entity, 'citation'))
    .map(citation);
}

function citation(claim: Json): CitationView {
  const appearance = objectAt(claim, 'appearance');
  const position = isObject(claim) ? claim['position'] : undefined;
  const url = textAt(appearance, 'url');
  return {
    position: typeof position === 'number' ? position : Number.NaN,
    name: textAt(appearance, 'name') ?? '',
    abstract: textAt(appearance, 'abstract') ?? '',
    ...(url ? { url } : {}),
  };
}
