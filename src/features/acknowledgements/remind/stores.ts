import type { Storage } from '../../../storage/storage';
import { AwayPeople } from '../away/awayPeople';
import { OpenRequests } from './openRequests';
import { RemindedDays } from './remindedDays';
import { Rhythms } from './rhythms';

/** What is kept for reminders beside the rows of the requests. */
export interface ReminderStores {
  readonly open: OpenRequests;
  readonly days: RemindedDays;
  readonly rhythms: Rhythms;
  readonly away: AwayPeople;
}

export function reminderStores(storage: Storage): ReminderStores {
  return {
    open: new OpenRequests(storage),
    days: new RemindedDays(storage),
    rhythms: new Rhythms(storage),
    away: new AwayPeople(storage),
  };
}
