/** Work that can be left between its steps, each some hundred events long, and gone on with. */
export type Steps<T> = Generator<void, T>;

/** A step is over after so many events. */
export const EVENTS_PER_STEP = 256;

/** Does the work without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
