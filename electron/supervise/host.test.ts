import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../vocabulary/result.ts';
import { epochMs, monoMs } from '../../vocabulary/time.ts';
import { connectPort } from '../ports/connect-port.ts';
import { custodyPort } from '../ports/custody-port.ts';
import { hostPort } from '../ports/host-port.ts';
import { listenerPort } from '../ports/listener-port.ts';
import { recorderPort } from '../ports/recorder-port.ts';
import { type Wire, wirePair } from '../ports/wire.ts';
import { nextTry } from './back-off.ts';
import { type Child, HELLO } from './child.ts';
import { startHost } from './host.ts';

/** Processes that live in this one: `far` is their end, `die` their exit. */
function fakeProcesses() {
  const started: { far: Wire; heard: unknown[]; die: () => void }[] = [];
  const spawn = (): Child => {
    const [near, far, cut] = wirePair();
    const heard: unknown[] = [];
    far.listen(
      (message) => heard.push(message),
      () => heard.push('closed'),
    );
    started.push({ far, heard, die: cut });
    return { wire: near, kill: cut };
  };
  return { started, spawn };
}

const turns = async (count = 8) => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
};

function setUp() {
  let now = 1_000;
  let timers: { at: number; then: () => void }[] = [];
  const wait = (ms: number, then: () => void) => {
    const timer = { at: now + ms, then };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  };
  const advance = async (ms: number) => {
    now += ms;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { then } of due) then();
    await turns();
  };
  const recorder = fakeProcesses();
  const listener = fakeProcesses();
  const about = { host: 'browser', why: null, version: '0', dataFolder: '/d' } as const;
  const host = startHost({
    spawn: { recorder: recorder.spawn, listener: listener.spawn },
    clock: { wall: () => epochMs.parse(now), mono: () => monoMs.parse(now) },
    wait,
    handlers: { 'host/about': () => ok(about), 'host/pick-folder': () => ok({ folder: null }) },
  });
  const screen = () => {
    const [near, far] = wirePair();
    host.addScreen(far);
    return near;
  };
  return { host, recorder, listener, screen, advance };
}

const answerNames = (wire: Wire, names: readonly string[]) =>
  wire.listen(
    (message) => {
      const { kind, port, id, method } = Object(message);
      if (kind === 'ask' && method === 'mine/names') wire.send({ kind: 'reply', port, id, reply: [...names] });
    },
    () => {},
  );

describe('the host', () => {
  test('carries questions of two screens with the same number to the recorder and each answer back', async () => {
    const { recorder, screen } = setUp();
    const wires = [screen(), screen()];
    const clients = wires.map((wire) => connectPort(recorderPort, wire));
    if (recorder.started[0]) answerNames(recorder.started[0].far, ['一矿']);
    const answers = await Promise.all(clients.map((client) => client.ask('mine/names', {})));
    expect(answers).toEqual([ok(['一矿']), ok(['一矿'])]);
  });

  test('never lets a screen speak to the intake or to the custody', async () => {
    const { recorder, screen } = setUp();
    const wire = screen();
    wire.send({ kind: 'ask', port: 'intake', id: 1, method: 'intake/spool-key', ask: {} });
    wire.send({ kind: 'ask', port: 'custody', id: 2, method: 'custody/resume', ask: { secret: '' } });
    wire.send('garbage');
    await turns();
    expect(recorder.started[0]?.heard).toEqual([]);
  });

  test('lets the listener speak to the intake', async () => {
    const { recorder, listener } = setUp();
    listener.started[0]?.far.send({ kind: 'ask', port: 'intake', id: 9, method: 'intake/spool-key', ask: {} });
    await turns();
    expect(recorder.started[0]?.heard).toMatchObject([{ port: 'intake', method: 'intake/spool-key' }]);
  });

  test('fails open questions when the recorder dies, starts it again and says how long it was away', async () => {
    const { recorder, screen, advance } = setUp();
    const wire = screen();
    const news: unknown[] = [];
    connectPort(hostPort, wire).on('process', (item) => news.push(item));
    recorder.started[0]?.far.send(HELLO);
    await turns();
    const asked = connectPort(recorderPort, wire).ask('mine/names', {});
    await turns();
    recorder.started[0]?.die();
    expect(await asked).toEqual(fail({ code: 'recorder_down' }));
    await advance(100);
    expect(recorder.started).toHaveLength(2);
    await advance(400);
    recorder.started[1]?.far.send(HELLO);
    await turns();
    expect(news).toEqual([
      { process: 'recorder', state: 'up', stoppedMs: 0, at: 1_000 },
      { process: 'recorder', state: 'restarted', stoppedMs: 500, at: 1_500 },
    ]);
  });

  test('opens the record again with the secret that the dead recorder had left with it', async () => {
    const { recorder, advance } = setUp();
    recorder.started[0]?.far.send({ kind: 'news', port: 'custody', topic: 'secret', news: { secret: 'c2VjcmV0' } });
    await turns();
    recorder.started[0]?.die();
    await advance(100);
    expect(recorder.started[1]?.heard).toMatchObject([
      { port: 'custody', method: 'custody/resume', ask: { secret: 'c2VjcmV0' } },
    ]);
  });

  test('forgets the secret when the recorder takes it back', async () => {
    const { recorder, advance } = setUp();
    const { far } = recorder.started[0] ?? {};
    far?.send({ kind: 'news', port: 'custody', topic: 'secret', news: { secret: 'c2VjcmV0' } });
    far?.send({ kind: 'news', port: 'custody', topic: 'secret', news: { secret: null } });
    await turns();
    recorder.started[0]?.die();
    await advance(100);
    expect(recorder.started[1]?.heard).toEqual([]);
  });

  test('says that a process is down when it died too often, and goes on trying slowly', async () => {
    const { listener, screen, advance } = setUp();
    const wire = screen();
    const news: unknown[] = [];
    connectPort(hostPort, wire).on('process', (item) => news.push(item));
    for (let death = 0; death < 6; death++) {
      listener.started.at(-1)?.die();
      await advance(5_000);
    }
    expect(news).toMatchObject([{ process: 'listener', state: 'down' }]);
    expect(await connectPort(listenerPort, wire).ask('driver/list', {})).toEqual(fail({ code: 'listener_down' }));
    await advance(30_000);
    expect(listener.started).toHaveLength(7);
  });

  test('asks the recorder to close before it ends it', async () => {
    const { host, recorder } = setUp();
    const far = recorder.started[0]?.far;
    far?.send(HELLO);
    await turns();
    far?.listen(
      (message) => far.send({ kind: 'reply', port: custodyPort.name, id: Object(message).id, reply: {} }),
      () => {},
    );
    await host.close();
    expect(recorder.started[0]?.heard).toMatchObject([{ method: 'custody/close' }, 'closed']);
  });
});

describe('the pause before the next start', () => {
  test('doubles up to five seconds and gives up after six deaths in a minute', () => {
    const pauses = [1, 2, 3, 4, 5].map((count) => nextTry(Array(count).fill(0), 0).afterMs);
    expect(pauses).toEqual([100, 200, 400, 800, 1600]);
    expect(nextTry(Array(6).fill(0), 0)).toEqual({ afterMs: 30_000, givenUp: true });
    expect(nextTry([...Array(9).fill(0), 70_000], 70_000)).toEqual({ afterMs: 100, givenUp: false });
  });
});
