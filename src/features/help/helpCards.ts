import type { Card } from '../../cards/render';
import { render } from '../../cards/render';
import type { Role } from '../../storage/roles';

/** What this person can do here: everybody's three jobs, and what their roles add. */
export function helpCard(roles: ReadonlySet<Role>): Card {
  return render('help/help', {
    sendsRequests: sendsRequests(roles),
    handles: roles.has('handler'),
    administers: roles.has('administrator'),
  });
}

/** The first card that somebody sees. @param roles as known when the bot was installed, which may be none yet */
export function welcomeCard(roles: ReadonlySet<Role>): Card {
  return render('help/welcome', { sendsRequests: sendsRequests(roles) });
}

/**
 * What a team sees when the bot comes: what it does and how to write to it privately.
 * @param chatLink opens the one-to-one chat with the bot; empty where there is no such link
 */
export function teamWelcomeCard(chatLink: string): Card {
  return render('help/teamWelcome', { chatLink, hasChatLink: chatLink !== '' });
}

/** The offer to somebody who was not understood. @param opening says what was not understood */
export function offerCard(opening: string): Card {
  return render('help/offer', { opening });
}

function sendsRequests(roles: ReadonlySet<Role>): boolean {
  return roles.has('manager') || roles.has('administrator');
}
