import type { PersonView, TabView } from '../../api';
import { HostedFrame } from './HostedFrame';
import { Icon } from './Icon';

interface TabPageProps {
  person: PersonView;
  tab: TabView;
  subPage: string | undefined;
  onBack: () => void;
}

/** A page of the app on a person's phone. Another place in it, from a link, opens it anew. */
export function TabPage({ person, tab, subPage, onBack }: TabPageProps) {
  return (
    <div class="tab-page">
      <div class="tab-bar">
        <button type="button" class="link-button" onClick={onBack}>
          <Icon name="back" /> Back to the chat
        </button>
      </div>
      <HostedFrame
        key={`${person.key} ${tab.entityId} ${subPage ?? ''}`}
        person={person}
        url={tab.url}
        title={`${tab.name}, as ${person.name} sees it`}
        frame="content"
        entityId={tab.entityId}
        subPage={subPage}
      />
    </div>
  );
}
