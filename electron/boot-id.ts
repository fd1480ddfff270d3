import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type BootId, bootId } from '../vocabulary/ids.ts';

/** The number of this start of the machine; where the system has none, of this start of the program. */
export function readBootId(): BootId {
  const known = bootId.safeParse(readKernelBootId());
  return known.success ? known.data : bootId.parse(randomBytes(16).toString('hex'));
}

function readKernelBootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim().replaceAll('-', '');
  } catch {
    return null;
  }
}
