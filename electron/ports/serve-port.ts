import type { z } from 'zod';
import type { Fault } from '../../vocabulary/fault.ts';
import { fail, type Result } from '../../vocabulary/result.ts';
import { type Envelope, envelope, type Methods, type NewsTopics, type Port } from './define-port.ts';
import type { Wire } from './wire.ts';

/** One function per method of the port: parsed question in, answer or fault out. */
export type Handlers<M extends Methods> = {
  readonly [K in keyof M]: (
    ask: z.output<M[K]['ask']>,
  ) => Result<z.input<M[K]['reply']>> | Promise<Result<z.input<M[K]['reply']>>>;
};

/** The serving end of a port on one wire. */
export interface Served<N extends NewsTopics> {
  readonly tell: <K extends keyof N & string>(topic: K, news: z.input<N[K]>) => void;
  readonly close: () => void;
}

const describeBug = (error: unknown): Fault => ({
  code: 'bug',
  detail: error instanceof Error ? error.message : String(error),
});

async function answer(
  method: Methods[string],
  handler: (ask: unknown) => unknown,
  ask: unknown,
): Promise<Result<unknown>> {
  const asked = method.ask.safeParse(ask);
  if (!asked.success) return fail({ code: 'bad_message', path: issuePath(asked.error) });
  const result = (await handler(asked.data)) as Result<unknown>;
  if (!result.ok) return result;
  const reply = method.reply.safeParse(result.value);
  return reply.success
    ? { ok: true, value: reply.data }
    : fail({ code: 'bug', detail: `reply: ${issuePath(reply.error)}` });
}

const issuePath = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');

/** Answers every question that arrives on the wire for this port; questions of other ports are left alone. */
export function servePort<M extends Methods, N extends NewsTopics>(
  port: Port<M, N>,
  wire: Wire,
  handlers: Handlers<M>,
  onClose: () => void = () => {},
): Served<N> {
  const send = (message: Envelope) => wire.send(message);
  const close = wire.listen((raw) => {
    const parsed = envelope.safeParse(raw);
    if (!parsed.success || parsed.data.kind !== 'ask' || parsed.data.port !== port.name) return;
    const { id, method: name, ask } = parsed.data;
    const reject = (fault: Fault) => send({ kind: 'fault', port: port.name, id, fault });
    const method = Object.hasOwn(port.methods, name) ? port.methods[name] : undefined;
    const handler = handlers[name] as ((ask: unknown) => unknown) | undefined;
    if (!method || !handler) return reject({ code: 'bad_message', path: `method ${name}` });
    answer(method, handler, ask).then(
      (result) =>
        result.ok ? send({ kind: 'reply', port: port.name, id, reply: result.value }) : reject(result.fault),
      (error: unknown) => reject(describeBug(error)),
    );
  }, onClose);
  return {
    tell: (topic, news) => send({ kind: 'news', port: port.name, topic, news }),
    close,
  };
}
