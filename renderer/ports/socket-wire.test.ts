import { expect, test } from 'vitest';
import { connectPorts } from './connect.ts';
import { type SocketLike, socketWire } from './socket-wire.ts';

class FakeSocket implements SocketLike {
  readonly sent: string[] = [];
  readonly #hear = new Map<string, (event: { data?: unknown }) => void>();
  readonly send = (text: string) => void this.sent.push(text);
  readonly addEventListener: SocketLike['addEventListener'] = (kind, hear) => void this.#hear.set(kind, hear);
  fire(kind: string, data?: unknown) {
    this.#hear.get(kind)?.({ data });
  }
}

const setUp = () => {
  const sockets: FakeSocket[] = [];
  const retries: (() => void)[] = [];
  const open = () => {
    const socket = new FakeSocket();
    sockets.push(socket);
    return socket;
  };
  const wire = socketWire(open, (again) => retries.push(again));
  return { wire, sockets, retries, ports: connectPorts(wire) };
};

const about = { host: 'browser', why: 'chosen', version: '0.1.0', dataFolder: '/d' };

test('a question asked before the line opens is sent when it does', async () => {
  const { sockets, ports } = setUp();
  const answer = ports.host.ask('host/about', {});
  expect(sockets[0]?.sent).toEqual([]);
  sockets[0]?.fire('open');
  const asked = JSON.parse(sockets[0]?.sent[0] ?? '{}');
  sockets[0]?.fire('message', JSON.stringify({ kind: 'reply', port: 'host', id: asked.id, reply: about }));
  expect(await answer).toEqual({ ok: true, value: about });
});

test('a break settles open questions, and the same clients work on the new line', async () => {
  const { wire, sockets, retries, ports } = setUp();
  sockets[0]?.fire('open');
  const lost = ports.host.ask('host/about', {});
  sockets[0]?.fire('close');
  expect(await lost).toMatchObject({ ok: false, fault: { code: 'host_disconnected' } });
  expect(await ports.host.ask('host/about', {})).toMatchObject({ ok: false });
  expect(wire.state()).toBe('down');
  retries[0]?.();
  sockets[1]?.fire('open');
  expect(wire.state()).toBe('up');
  const answer = ports.host.ask('host/about', {});
  const asked = JSON.parse(sockets[1]?.sent.at(-1) ?? '{}');
  sockets[1]?.fire('message', JSON.stringify({ kind: 'reply', port: 'host', id: asked.id, reply: about }));
  expect(await answer).toMatchObject({ ok: true });
});

test('bytes that are no JSON are let pass', () => {
  const { sockets } = setUp();
  sockets[0]?.fire('open');
  expect(() => sockets[0]?.fire('message', '{broken')).not.toThrow();
});
