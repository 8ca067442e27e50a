import type { FaultView } from '../../api';
import { FAULT_KINDS, otherFaults, requestOf, setFaultOf, type FaultKind } from './faultKinds';
import { useApp, useSession } from './SessionContext';

/** Switches for what Teams sometimes does to a bot's requests. */
export function FaultList() {
  const session = useSession();
  const faults = useApp((state) => state.faults);
  const others = otherFaults(faults);
  const change = (work: Promise<unknown>): void => session.detached(work.then(() => session.fresh.faults()));
  return (
    <section>
      <h3>What the bot sends</h3>
      <ul class="switches">
        {FAULT_KINDS.map((kind) => (
          <FaultSwitch
            key={kind.name}
            kind={kind}
            set={setFaultOf(kind, faults)}
            onChange={(on) =>
              change(on ? session.api.setFault(kind.request) : without(session, faults, kind))
            }
          />
        ))}
      </ul>
      {others.length > 0 && <p class="quiet">{others.length} more set from elsewhere.</p>}
      {faults.length > 0 && (
        <button type="button" class="button" onClick={() => change(session.api.clearFaults())}>
          Behave again
        </button>
      )}
    </section>
  );
}

interface SwitchProps {
  kind: FaultKind;
  set: FaultView | undefined;
  onChange: (on: boolean) => void;
}

function FaultSwitch({ kind, set, onChange }: SwitchProps) {
  return (
    <li>
      <label class="switch">
        <input
          type="checkbox"
          checked={set !== undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>
          <strong>{kind.name}</strong>
          {set && <span class="mark mark-on">on, {times(set.hits)}</span>}
          <span class="quiet">{kind.explains}</span>
        </span>
      </label>
    </li>
  );
}

/** The control API only clears all of them, so the others are set again. */
async function without(
  session: ReturnType<typeof useSession>,
  faults: FaultView[],
  kind: FaultKind,
): Promise<void> {
  await session.api.clearFaults();
  for (const fault of faults) {
    if (fault.answer !== kind.request.answer) await session.api.setFault(requestOf(fault));
  }
}

function times(hits: number): string {
  return hits === 1 ? 'once so far' : `${hits} times so far`;
}
