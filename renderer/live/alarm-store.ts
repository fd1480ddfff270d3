/** Which channels are in alarm and how gravely, for the strip of the top bar and the rail. Written by the alarm engine. */
export interface ChannelAlarm {
  readonly key: string;
  readonly level: 1 | 2 | 3;
  readonly acknowledged: boolean;
}

let alarms: readonly ChannelAlarm[] = [];
const ears = new Set<() => void>();

export const alarmStore = {
  get: (): readonly ChannelAlarm[] => alarms,
  set: (next: readonly ChannelAlarm[]): void => {
    if (JSON.stringify(next) === JSON.stringify(alarms)) return;
    alarms = next;
    for (const ear of [...ears]) ear();
  },
  listen: (ear: () => void): (() => void) => {
    ears.add(ear);
    return () => ears.delete(ear);
  },
};
