/** Time and chance as the gate sees them. Real time, never the product's clock: Teams' limits run in real time. */
export interface GateTime {
  /** Milliseconds that only go forward. */
  now(): number;
  /** @returns a function that cancels the timer. */
  setTimer(work: () => void, ms: number): () => void;
  /** From 0 up to 1. */
  random(): number;
}

export const machineTime: GateTime = {
  now: () => performance.now(),
  setTimer: (work, ms) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
