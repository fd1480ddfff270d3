import type { FieldKey } from './fields.ts';
import type { FieldValues } from './values.ts';

/** Whether a criterion applies, by what is recorded; null while that is not known. */
export interface Gate {
  readonly reads: readonly FieldKey[];
  readonly says: (values: FieldValues) => boolean | null;
}

/** Whether the unit lies in an outburst seam; a mine without one has no unit in one. */
export const outburstSeam: Gate = {
  reads: ['inOutburstSeam', 'hasOutburstSeam'],
  says: ({ inOutburstSeam, hasOutburstSeam }) => {
    if (hasOutburstSeam === false) return false;
    return typeof inOutburstSeam === 'boolean' ? inOutburstSeam : null;
  },
};

/** 163号 art. 28 speaks of faces whose gas comes mostly from other seams or the surrounding rock. */
export const fromNeighbours: Gate = {
  reads: ['mostlyFromNeighbours'],
  says: ({ mostlyFromNeighbours: says }) => (typeof says === 'boolean' ? says : null),
};
