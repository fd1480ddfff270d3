import type { recorderPort } from '../ports/recorder-port.ts';
import type { Handlers } from '../ports/serve-port.ts';

export type RecorderMethods = typeof recorderPort.methods;

/** The handlers of some methods of the recorder port. */
export type Some<K extends keyof RecorderMethods> = Pick<Handlers<RecorderMethods>, K>;
