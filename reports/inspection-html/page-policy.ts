/** Nothing but its own style and pictures written into it: no script, no request, no form, whatever a record says. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
