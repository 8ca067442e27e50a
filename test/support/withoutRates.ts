import { machineTime } from '../../src/bot/gateTime';
import type { LocalTeamsOptions } from '../../src/localTeams/options';
import type { TestProductOptions } from './product';

/** A wait of a second takes so much less. */
const QUICKER = 50;

/** Nobody waits for Teams' rates, and what Teams asks to wait is short: for people who press more than anybody does. */
export function withoutRates(teams: LocalTeamsOptions): TestProductOptions {
  const passed = { ms: Date.now() };
  const now = (): number => (passed.ms += 1_000);
  const setTimer = (work: () => void, ms: number): (() => void) => machineTime.setTimer(work, ms / QUICKER);
  return { teams: { ...teams, now }, gate: { time: { ...machineTime, now, setTimer } } };
}
