/** The product's clock: the only way to ask for the time, so that tests and LOCAL_TIME_OFFSET can move it. */
export interface Clock {
  now(): Date;
}

/** @param offsetMs milliseconds added to the machine's time. */
export function systemClock(offsetMs = 0): Clock {
  return { now: () => new Date(Date.now() + offsetMs) };
}
