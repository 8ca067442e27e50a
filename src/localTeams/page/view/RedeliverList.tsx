import { useEffect, useState } from 'preact/hooks';
import type { DeliveryView } from '../../api';
import { useSession } from './SessionContext';

/** The newest few are enough to find what was just done. */
const SHOWN = 5;

/** What Local Teams told the bot last, each to be sent again with the same id, as Teams sometimes does. */
export function RedeliverList() {
  const session = useSession();
  const [deliveries, setDeliveries] = useState<DeliveryView[]>([]);
  const load = async (): Promise<void> => setDeliveries(await session.api.deliveries());
  useEffect(() => session.detached(load()), []);
  const again = async (activityId: string): Promise<void> => {
    const sent = await session.api.redeliver(activityId);
    session.notices.show('info', `Sent again: the bot answered ${sent.status ?? 'nothing yet'}.`);
    await load();
  };
  const newest = deliveries.slice(-SHOWN).reverse();
  return (
    <section>
      <h3>Send something again</h3>
      <button type="button" class="link-button" onClick={() => session.detached(load())}>
        Look for new ones
      </button>
      {newest.length === 0 && <p class="quiet">The bot has not been told anything yet.</p>}
      <ul class="deliveries">
        {newest.map((delivery) => (
          <li key={delivery.activityId}>
            <span>
              <strong>{delivery.what}</strong>
              <span class="quiet">
                {delivery.state}, tried {delivery.attempts === 1 ? 'once' : `${delivery.attempts} times`}
              </span>
            </span>
            <button type="button" class="button" onClick={() => session.detached(again(delivery.activityId))}>
              Send again
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
