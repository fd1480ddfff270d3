import type { z } from 'zod';
import type { Fault } from '../../vocabulary/fault.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { envelope, type Methods, type NewsTopics, type Port } from './define-port.ts';
import type { Wire } from './wire.ts';

/** The asking end of a port. A question never throws: a dead far side is a fault. One that is given up is forgotten, and gets the same fault. */
export interface Client<M extends Methods, N extends NewsTopics> {
  readonly ask: <K extends keyof M & string>(
    method: K,
    ask: z.input<M[K]['ask']>,
    givenUp?: AbortSignal,
  ) => Promise<Result<z.output<M[K]['reply']>>>;
  readonly on: <K extends keyof N & string>(topic: K, hear: (news: z.output<N[K]>) => void) => () => void;
  readonly close: () => void;
}

/** Connects to the far end; `deadFault` is what open questions get when the wire closes. */
export function connectPort<M extends Methods, N extends NewsTopics>(
  port: Port<M, N>,
  wire: Wire,
  deadFault: Fault = { code: 'host_disconnected' },
): Client<M, N> {
  let nextId = 1;
  const open = new Map<number, { method: Methods[string]; settle: (result: Result<unknown>) => void }>();
  const ears = new Map<string, Set<(news: never) => void>>();

  const hear = (raw: unknown) => {
    const parsed = envelope.safeParse(raw);
    if (!parsed.success || parsed.data.port !== port.name || parsed.data.kind === 'ask') return;
    const message = parsed.data;
    if (message.kind === 'news') return hearNews(message.topic, message.news);
    const asked = open.get(message.id);
    if (!asked) return;
    open.delete(message.id);
    if (message.kind === 'fault') return asked.settle(fail(message.fault as Fault));
    const reply = asked.method.reply.safeParse(message.reply);
    asked.settle(reply.success ? ok(reply.data) : fail({ code: 'bad_message', path: reply.error.message }));
  };
  const hearNews = (topic: string, news: unknown) => {
    const parsed = port.news[topic]?.safeParse(news);
    if (parsed?.success) for (const ear of ears.get(topic) ?? []) ear(parsed.data as never);
  };
  /** A far side that hangs must not make this one hold every question for ever. */
  const forget = (id: number) => {
    open.get(id)?.settle(fail(deadFault));
    open.delete(id);
  };
  const dropAll = () => {
    for (const asked of open.values()) asked.settle(fail(deadFault));
    open.clear();
  };
  const stop = wire.listen(hear, dropAll);

  return {
    ask: (method, ask, givenUp) =>
      new Promise((resolve) => {
        const id = nextId++;
        const contract = port.methods[method];
        if (!contract) return resolve(fail({ code: 'bad_message', path: method }));
        open.set(id, { method: contract, settle: resolve as (result: Result<unknown>) => void });
        givenUp?.addEventListener('abort', () => forget(id), { once: true });
        wire.send({ kind: 'ask', port: port.name, id, method, ask });
      }),
    on: (topic, ear) => {
      const set = ears.get(topic) ?? new Set();
      ears.set(topic, set.add(ear));
      return () => set.delete(ear);
    },
    close: () => {
      stop();
      dropAll();
    },
  };
}
