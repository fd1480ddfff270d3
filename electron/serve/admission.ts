import { timingSafeEqual } from 'node:crypto';

export const TOKEN_LIFE_MS = 60_000;
const COOKIE = 'jingxun';

export interface AdmissionOptions {
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** A fresh 256-bit random text, URL-safe. */
  readonly random: () => string;
}

/** Who may speak to this host: one start token for a minute and once, then a cookie for as long as the host runs. */
export interface Admission {
  readonly issueToken: () => string;
  /** The `Set-Cookie` value for a good token, null for a wrong, used or old one. */
  readonly redeem: (token: string) => string | null;
  readonly isAdmitted: (cookieHeader: string | undefined) => boolean;
}

export function createAdmission({ now, random }: AdmissionOptions): Admission {
  const tokens = new Map<string, number>();
  const cookies = new Set<string>();
  return {
    issueToken: () => {
      const token = random();
      tokens.set(token, now() + TOKEN_LIFE_MS);
      return token;
    },
    redeem: (given) => {
      const token = [...tokens.keys()].find((known) => isSame(known, given));
      const endsAt = token === undefined ? undefined : tokens.get(token);
      if (token === undefined || endsAt === undefined) return null;
      tokens.delete(token);
      if (now() > endsAt) return null;
      const cookie = random();
      cookies.add(cookie);
      return `${COOKIE}=${cookie}; HttpOnly; SameSite=Strict; Path=/`;
    },
    isAdmitted: (header) => {
      const given = readCookies(header);
      return [...cookies].some((cookie) => given.some((value) => isSame(cookie, value)));
    },
  };
}

const readCookies = (header: string | undefined): readonly string[] =>
  (header ?? '').split(';').flatMap((part) => {
    const [name, value] = part.trim().split('=', 2);
    return name === COOKIE && value ? [value] : [];
  });

function isSame(known: string, given: string): boolean {
  const a = Buffer.from(known);
  const b = Buffer.from(given);
  return a.length === b.length && timingSafeEqual(a, b);
}
