const REALM = '@jingxun';
/** `<team>-<device>`: what a certificate may name a device, without the realm that all share. */
const NAME = /^[A-Za-z0-9]{1,32}-[A-Za-z0-9-]{1,64}$/;

/** The name as a person reads it: `team3-tablet1` for `team3-tablet1@jingxun`. */
export const shortPrincipal = (principal: string): string =>
  principal.endsWith(REALM) ? principal.slice(0, -REALM.length) : principal;

/** What is asked of the province for a typed name, or null while it is no name of a device. Full-width letters count. */
export function principalFrom(typed: string): string | null {
  const name = shortPrincipal(typed.normalize('NFKC').trim());
  return NAME.test(name) ? `${name}${REALM}` : null;
}
