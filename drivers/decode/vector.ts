import { z } from 'zod';

/** One recorded exchange to decode: settings or the answered request in `context`, the slices in `chunks`. */
const vector = z.looseObject({
  id: z.string(),
  protocol: z.string(),
  direction: z.enum(['device->host', 'host->device']),
  hex: z.string(),
  context: z.record(z.string(), z.unknown()).optional(),
  chunks: z.array(z.int().nonnegative()).optional(),
});
export type Vector = z.infer<typeof vector>;

export const vectorFile = z.looseObject({ vectors: z.array(vector) });
