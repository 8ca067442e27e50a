const NOT_UNDERSTOOD = 'I’m not sure what you mean, sorry. This is what I can do for you:';

/** Why nothing was done, for each command that no feature took. A map, because a command's name comes from outside. */
const NOTHING_TO_DO: ReadonlyMap<string, string> = new Map([
  ['cancel', 'There is nothing to cancel just now. This is what I can do for you:'],
  ['status', 'There is nothing here that has a status just now. This is what I can do for you:'],
  [
    'remind',
    'Managers can send requests to their teams. If you are a manager, ask your administrator to add you to the managers’ team.',
  ],
]);

/** How the offer begins. @param command that was typed and that no other feature took */
export function openingFor(command: string | undefined): string {
  return NOTHING_TO_DO.get(command ?? '') ?? NOT_UNDERSTOOD;
}
