import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { Standing } from '../../../storage/complaintsRoles';

/** A line for everybody in the concerns channel. It says nothing of any report. */
export const channelNotice = (words: string): Card => told('For the complaints team', words);

/** Asks the complaints lead about somebody who pressed something for the first time. */
export const askLeadCard = ({ personId, name }: Pick<Standing, 'personId' | 'name'>): Card =>
  render('concerns/confirmHandler', { person: personId, name });

/** A heading and a line in which names stand, drawn without Markdown. */
export const told = (title: string, words: string): Card => render('concerns/access', { title, words });
