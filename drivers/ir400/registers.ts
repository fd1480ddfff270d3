/** Addresses on the wire (p5). */
export const LIVE = { register: 0x0000, count: 3 } as const;
export const MODEL = { register: 0x0004, count: 1 } as const;
export const MODEL_IR400 = 2104;
export const GAS_ID = { register: 0x008d, count: 1 } as const;
export const CLOCK = { register: 0x00b3, count: 3 } as const;
export const CLOCK_FLAG = { register: 0x00b6, count: 1 } as const;
export const EVENT_WORDS = 8;

/** The logs of the instrument and the register at which each shows the event under the cursor. */
export const LOGS = {
  warning: 0x00b8,
  alarm: 0x00c0,
  fault: 0x00c8,
  maintenance: 0x00d0,
  calibration: 0x00d8,
} as const;
export type LogName = keyof typeof LOGS;

export const isLogName = (name: string): name is LogName => Object.hasOwn(LOGS, name);

export const logAt = (register: number): LogName | null =>
  Object.keys(LOGS).find((name): name is LogName => isLogName(name) && LOGS[name] === register) ?? null;
