import type { Deliveries } from './deliver';
import type { EventBus } from './events';
import type { Faults } from './faults';
import type { RequestLog } from './requestLog';
import type { SearchCommand } from './searchCommand';
import type { SlidingWindows } from './slidingWindows';
import type { State } from './state';
import type { SigningKey } from './tokens';
import type { World } from './world';

/** The parts of Local Teams that everything else works on. */
export interface Core {
  world: World;
  state: State;
  bus: EventBus;
  log: RequestLog;
  faults: Faults;
  windows: SlidingWindows;
  deliveries: Deliveries;
  key: SigningKey;
  /** what the app's message extension searches; undefined where the app has none */
  search: SearchCommand | undefined;
  /** ends with `/` */
  serviceUrl: string;
  /** milliseconds since 1970 */
  now: () => number;
  /** milliseconds that a card is left alone before a client refreshes it */
  refreshAfterMs: number;
}
