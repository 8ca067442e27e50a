/** What the product must keep, on two cores. */
export const LIMITS = {
  localReadyS: 15,
  botListensS: 3,
  questionMs: 25,
  question99Ms: 50,
  besideQuestions99Ms: 50,
  engineLoadsMs: 2_000,
  memoryMb: 400,
  reportStepMs: 100,
} as const;
