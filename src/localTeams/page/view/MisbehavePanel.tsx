import type { WorldView } from '../../api';
import { FaultList } from './FaultList';
import { Panel } from './Panel';
import { PersonChanges } from './PersonChanges';
import { RedeliverList } from './RedeliverList';

/** Makes Local Teams misbehave as the real one sometimes does, to see that the bot bears it. */
export function MisbehavePanel({ world, onClose }: { world: WorldView; onClose: () => void }) {
  return (
    <Panel title="Misbehave" onClose={onClose}>
      <FaultList />
      <PersonChanges world={world} />
      <RedeliverList />
    </Panel>
  );
}
