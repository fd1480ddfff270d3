import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ok } from '../../vocabulary/result.ts';
import { connectPort } from './connect-port.ts';
import { definePort } from './define-port.ts';
import { servePort } from './serve-port.ts';
import { wirePair } from './wire.ts';

const doubling = definePort({
  name: 'doubling',
  methods: { double: { ask: z.strictObject({ n: z.int() }), reply: z.strictObject({ n: z.int() }) } },
  news: { tick: z.int() },
});

function setUp(double: (n: number) => number = (n) => n * 2) {
  const [near, far, cut] = wirePair();
  const served = servePort(doubling, far, { double: ({ n }) => ok({ n: double(n) }) });
  return { client: connectPort(doubling, near), served, near, far, cut };
}

describe('a port', () => {
  test('answers a question that fits its schema', async () => {
    expect(await setUp().client.ask('double', { n: 21 })).toEqual(ok({ n: 42 }));
  });

  test('refuses a question of the wrong type without calling the handler', async () => {
    const double = vi.fn((n: number) => n);
    const { client } = setUp(double);
    const reply = await client.ask('double', { n: 'x' as unknown as number });
    expect(reply).toMatchObject({ ok: false, fault: { code: 'bad_message' } });
    expect(double).not.toHaveBeenCalled();
  });

  test('reports an answer of the wrong type as a bug instead of passing it on', async () => {
    expect(await setUp(() => 0.5).client.ask('double', { n: 1 })).toMatchObject({ ok: false, fault: { code: 'bug' } });
  });

  test('ignores messages that are no envelope and questions to unknown methods', async () => {
    const { client, near } = setUp();
    near.send('garbage');
    near.send({ kind: 'ask', port: 'doubling', id: 7, method: '__proto__', ask: {} });
    expect(await client.ask('double', { n: 1 })).toEqual(ok({ n: 2 }));
  });

  test('settles open questions when the line closes', async () => {
    const [near, , cut] = wirePair();
    const asked = connectPort(doubling, near).ask('double', { n: 1 });
    cut();
    expect(await asked).toMatchObject({ ok: false, fault: { code: 'host_disconnected' } });
  });

  test('forgets a question that was given up: a far side that hangs does not make this one hold it for ever', async () => {
    const [near, far] = wirePair();
    const client = connectPort(doubling, near);
    const givenUp = new AbortController();
    const asked = client.ask('double', { n: 1 }, givenUp.signal);
    givenUp.abort();
    expect(await asked).toMatchObject({ ok: false, fault: { code: 'host_disconnected' } });
    const settledLater = client.ask('double', { n: 2 });
    // A late answer to the first is no answer to anything, and the second still gets its own.
    far.send({ kind: 'reply', port: 'doubling', id: 1, reply: { n: 2 } });
    far.send({ kind: 'reply', port: 'doubling', id: 2, reply: { n: 4 } });
    expect(await settledLater).toEqual(ok({ n: 4 }));
  });

  test('delivers news that fits and drops news that does not', async () => {
    const { client, served, far } = setUp();
    const heard: number[] = [];
    client.on('tick', (n) => heard.push(n));
    served.tell('tick', 3);
    far.send({ kind: 'news', port: 'doubling', topic: 'tick', news: 'four' });
    await client.ask('double', { n: 1 });
    expect(heard).toEqual([3]);
  });
});
