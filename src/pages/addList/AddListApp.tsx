import { AWAY, NotTaken } from '../upload/botClient';
import { OnceBegun } from '../upload/OnceBegun';
import type { ListClient } from './listClient';
import { ListChooser } from './ListChooser';

/** The file with the addresses of a request. */
export function AddListApp({ client }: { client: ListClient }) {
  return (
    <OnceBegun purpose="Choose a file" begin={() => client.begin()} wordsFor={wordsFor}>
      {(begun) => (
        <>
          <h1>Choose a file with e-mail addresses</h1>
          <p>
            For your request: <strong>{begun.title}</strong>
          </p>
          <ListChooser client={client} limits={begun} />
        </>
      )}
    </OnceBegun>
  );
}

function wordsFor(error: unknown): string {
  return (error instanceof NotTaken && error.say) || AWAY;
}
