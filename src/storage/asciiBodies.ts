import type { TableClient } from '@azure/data-tables';

const BEYOND_ASCII = /[\u0080-\uffff]/g;

/**
 * Writes what goes to the tables in ASCII alone, with JSON's own escapes. Azurite 3.35 decodes a body piece by piece
 * as it arrives, so a letter with an accent that lies on the border of two pieces would be stored as two question
 * marks. It is the same JSON, and Azure reads it as well. Batches are read whole, and are left as they are.
 */
export function writeAscii(client: TableClient): TableClient {
  client.pipeline.addPolicy(
    {
      name: 'asciiBodies',
      sendRequest: (request, next) => {
        const isJson = request.headers.get('content-type')?.startsWith('application/json');
        if (isJson && typeof request.body === 'string') {
          request.body = request.body.replace(BEYOND_ASCII, escaped);
          request.headers.set('content-length', request.body.length);
        }
        return next(request);
      },
    },
    { afterPhase: 'Serialize' },
  );
  return client;
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
