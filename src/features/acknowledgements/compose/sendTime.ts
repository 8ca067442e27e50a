import { dayInWords, isDay, momentAt } from '../dates';

/** A day without a time: the office is open, and whoever has a question can be asked. */
const USUAL_TIME = '09:00';

/** The moment (ISO) at which a request is to go, undefined for now; or one sentence on what to change. */
export type SendTime =
  | { readonly sendAt: string | undefined; readonly problem?: undefined }
  | { readonly problem: string };

/** Reads the day and the time of the form; both are London's, and both empty mean now. */
export function readSendTime(day: string, time: string, now: Date): SendTime {
  if (day === '' && time === '') return { sendAt: undefined };
  if (day === '')
    return { problem: 'Please choose the day to send it too, or leave the time empty to send it now.' };
  const at = time === '' ? USUAL_TIME : time;
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) {
    return { problem: 'Please choose a day and a time to send it, or leave both empty to send it now.' };
  }
  const moment = momentAt(day, at);
  if (!moment) {
    return {
      problem: `The clocks go forward on ${dayInWords(day)}, so there is no ${at}. Please choose another time.`,
    };
  }
  const sendAt = moment.toISOString();
  const problem = problemWithSendAt(sendAt, now);
  return problem === undefined ? { sendAt } : { problem };
}

/** @returns one sentence when the moment (ISO) has passed. */
export function problemWithSendAt(sendAt: string | undefined, now: Date): string | undefined {
  if (!sendAt || new Date(sendAt) > now) return undefined;
  return 'The time to send it is in the past. Please choose a later one, or leave day and time empty to send it now.';
}
