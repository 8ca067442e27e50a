/** The limits of the issue "The three jobs, end to end", under "Speed". */
export const LIMITS = {
  localReadyS: 15,
  botListensS: 3,
  longerThanEchoMs: 10,
  timesEchoCpu: 3,
} as const;
