import { z } from 'zod';
import type { Link } from './driver.ts';

/** Settings of the line, the same words for every driver; text is taken as well, because the command line gives text. */
export const linkSettings = (usual: Link) => ({
  baud: z.coerce.number().int().min(300).max(921_600).default(usual.baudRate),
  dataBits: z.coerce
    .number()
    .pipe(z.literal([7, 8]))
    .default(usual.dataBits),
  parity: z.enum(['none', 'even', 'odd']).default(usual.parity),
  stopBits: z.coerce
    .number()
    .pipe(z.literal([1, 2]))
    .default(usual.stopBits),
});

interface LinkSettings {
  readonly baud: number;
  readonly dataBits: 7 | 8;
  readonly parity: Link['parity'];
  readonly stopBits: 1 | 2;
}

export const linkOf = ({ baud, dataBits, parity, stopBits }: LinkSettings): Link => ({
  baudRate: baud,
  dataBits,
  parity,
  stopBits,
});

/** Start-up hold in ms; ten minutes at most. */
export const warmupSetting = (usualMs: number) => z.coerce.number().int().min(0).max(600_000).default(usualMs);

/** A factor or a limit that must be above zero; text is taken as well. */
export const positiveSetting = z.coerce.number().positive().finite();
