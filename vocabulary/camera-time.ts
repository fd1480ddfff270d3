import { z } from 'zod';
import type { EpochMs } from './time.ts';

/** A day that there is: `2026-02-30` is none. */
const isReal = (text: string): boolean => {
  const at = Date.parse(`${text}Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};

/** When a picture was taken by the camera's own clock, which names no zone: `2026-11-23T10:12:05`. */
export const cameraTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
  .refine(isReal)
  .brand<'CameraTime'>();
export type CameraTime = z.infer<typeof cameraTime>;

const MINUTE_MS = 60_000;

/** Whether a camera set to Beijing time says more than a minute another time than the record: chosen from older pictures, or a wrong clock. */
export const isTakenApart = (taken: CameraTime, savedAt: EpochMs): boolean =>
  Math.abs(Date.parse(`${taken}+08:00`) - savedAt) > MINUTE_MS;

/** `2026-11-23 10:12:05`. */
export const sayCameraTime = (taken: CameraTime): string => taken.replace('T', ' ');
