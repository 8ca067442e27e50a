import { useState } from 'preact/hooks';
import { Icon } from './Icon';
import { useSession } from './SessionContext';
import { useNarrow } from './useNarrow';

const KEPT_AS = 'hints-read';

/** Three things to try, for somebody who is here for the first time; on a phone's width folded to one line. */
export function Hints() {
  const { kept } = useSession();
  const narrow = useNarrow();
  const [read, setRead] = useState(kept.get(KEPT_AS) !== undefined);
  const [unfolded, setUnfolded] = useState(false);
  if (read) return null;
  const dismiss = (): void => {
    kept.set(KEPT_AS, 'yes');
    setRead(true);
  };
  return (
    <aside class="hints" aria-label="Three things to try">
      <h2>
        {narrow ? (
          <button
            type="button"
            class="link-button"
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          >
            Three things to try
          </button>
        ) : (
          'Three things to try'
        )}
      </h2>
      {(!narrow || unfolded) && <HintList />}
      <button type="button" class="icon-button" aria-label="Close these hints" onClick={dismiss}>
        <Icon name="close" />
      </button>
    </aside>
  );
}

function HintList() {
  return (
    <ol>
      <li>
        As a <b>carer</b>, ask “Can I post a photo of a resident?”
      </li>
      <li>
        As the <b>manager</b>, say “remind” to ask a team to confirm the policy.
      </li>
      <li>
        As a <b>carer</b>, say “report”, and take it on in the <b>Concerns</b> channel.
      </li>
    </ol>
  );
}
