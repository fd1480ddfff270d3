import { z } from 'zod';
import { isFaultCode } from '../../vocabulary/fault.ts';

/** One question of a port: what is asked and what is answered, both checked on both sides. */
interface Method {
  readonly ask: z.ZodType;
  readonly reply: z.ZodType;
}

export type Methods = Readonly<Record<string, Method>>;
export type NewsTopics = Readonly<Record<string, z.ZodType>>;

/** A contract between two processes: questions with one answer each, and news that is sent unasked. */
export interface Port<M extends Methods, N extends NewsTopics> {
  readonly name: string;
  readonly methods: M;
  readonly news: N;
}

export function definePort<const M extends Methods, const N extends NewsTopics>(port: Port<M, N>): Port<M, N> {
  return port;
}

export type Ask<P, K extends keyof P> = P[K] extends { readonly ask: infer A extends z.ZodType } ? z.input<A> : never;
export type Reply<P, K extends keyof P> = P[K] extends { readonly reply: infer R extends z.ZodType }
  ? z.output<R>
  : never;

export const wireFault = z.looseObject({ code: z.string().refine(isFaultCode) });

/** What travels on the wire. */
export const envelope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ask'), port: z.string(), id: z.int(), method: z.string(), ask: z.unknown() }),
  z.strictObject({ kind: z.literal('reply'), port: z.string(), id: z.int(), reply: z.unknown() }),
  z.strictObject({ kind: z.literal('fault'), port: z.string(), id: z.int(), fault: wireFault }),
  z.strictObject({ kind: z.literal('news'), port: z.string(), topic: z.string(), news: z.unknown() }),
]);
export type Envelope = z.infer<typeof envelope>;
