/** How grave a value is among concurrent ones: the graver shows until a person resolves. */
export const GRAVITY = { none: 0, notApplicable: 1, pass: 2, unknown: 3, fail: 4 } as const;
