import type { Timers } from '../../drivers/session/create-session.ts';
import type { SessionItem } from '../../drivers/session/session-item.ts';
import type { Fault, FaultCode } from '../../vocabulary/fault.ts';

export interface MuteWatchParts {
  readonly path: string;
  readonly timers: Timers;
  readonly onMute: (why: Fault) => void;
}

/** Says why an open line gives no reading: nothing comes, what comes is no frame, no frame passes its check, or it comes unasked. */
export interface MuteWatch {
  readonly begin: () => void;
  readonly hear: (item: SessionItem) => void;
  readonly current: () => Fault | null;
  readonly end: () => void;
}

/** An open line that said nothing valid for so long has the wrong model, speed or cable. */
const NO_ANSWER_MS = 8_000;
/** Fewer bytes are a disturbance and no conversation. */
const LEAST_BYTES = 24;
const LEAST_BAD_CHECKS = 3;
/** Valid frames without a reading: the speed is right, and the fault itself says what is wrong. */
const WHOLE_FRAMES: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'exception',
  'nak',
  'wrong_slave',
  'wrong_function',
  'wrong_length',
  'wrong_device',
  'device_status',
  'device_error',
  'unknown_frame',
]);

export function createMuteWatch({ path, timers, onMute }: MuteWatchParts): MuteWatch {
  let bytes = 0;
  let badChecks = 0;
  let otherFaults = 0;
  let refusal: Fault | null = null;
  let why: Fault | null = null;
  let isOpen = false;
  let speaks = false;
  let cancel = () => {};

  const reason = (): Fault => {
    if (speaks) return { code: 'line_speaks', path };
    if (refusal) return refusal;
    if (badChecks >= LEAST_BAD_CHECKS && otherFaults === 0) return { code: 'check_differs', path };
    return { code: bytes >= LEAST_BYTES ? 'no_valid_frame' : 'no_answer', path };
  };
  const begin = () => {
    bytes = 0;
    badChecks = 0;
    otherFaults = 0;
    refusal = null;
    cancel();
    cancel = timers.after(NO_ANSWER_MS, () => {
      if (!isOpen) return begin(); // the port itself is missing, and that is said already
      const known = why?.code;
      why = reason();
      if (why.code !== known) onMute(why);
      begin();
    });
  };
  const count = (fault: Fault) => {
    if (fault.code === 'line_speaks') {
      speaks = true;
      why = reason();
      onMute(why);
      return;
    }
    if (fault.code === 'bad_checksum') badChecks += 1;
    else if (WHOLE_FRAMES.has(fault.code)) refusal = fault;
    else if (fault.code !== 'timed_out' && fault.code !== 'late_reply') otherFaults += 1;
  };
  return {
    begin,
    hear: (item) => {
      // What is asked again, or opened anew, is not known to speak.
      if (item.kind === 'link' || (item.kind === 'raw' && item.chunk.dir === 'tx')) speaks = false;
      if (item.kind === 'link') isOpen = item.change === 'opened';
      else if (item.kind === 'raw' && item.chunk.dir === 'rx')
        bytes += 'hex' in item.chunk ? item.chunk.hex.length / 2 : item.chunk.left_out.bytes;
      else if (item.kind === 'fault') count(item.fault);
      else if (item.kind === 'reading' || (item.kind === 'phase' && item.phase === 'live')) {
        why = null;
        begin();
      }
    },
    current: () => why,
    end: () => cancel(),
  };
}
