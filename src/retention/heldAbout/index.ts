import type { Router } from '../../bot/router';
import type { HeldDeps } from './heldCommand';
import { HELD_ASKED, heldCommand, tellDataProtection } from './heldCommand';

/** Whoever asks what is held about them gets it as one file, and data protection hears of it. */
export function registerHeldAbout(router: Router, deps: HeldDeps): void {
  router.onExactWords('retention', (turn) => heldCommand(deps, turn));
  deps.jobs.on(HELD_ASKED, (job) => tellDataProtection(deps, job));
}
