/** Whole seconds a job still needs at its speed so far; null while that cannot be told. */
export function secondsLeft(done: number, total: number, elapsedMs: number): number | null {
  if (done <= 0 || total <= 0 || elapsedMs < 500) return null;
  return Math.max(1, Math.ceil(((total - done) / done) * (elapsedMs / 1000)));
}
