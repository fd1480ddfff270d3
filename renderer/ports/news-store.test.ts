import { expect, test } from 'vitest';
import { hostPort } from '../../electron/ports/host-port.ts';
import { recorderPort } from '../../electron/ports/recorder-port.ts';
import { type Handlers, servePort } from '../../electron/ports/serve-port.ts';
import { wirePair } from '../../electron/ports/wire.ts';
import { fakeId } from '../fake/fake-ids.ts';
import { secondsLeft } from '../parts/time-left.ts';
import { connectPorts } from './connect.ts';
import { startNewsStore } from './news-store.ts';

const setUp = () => {
  const [near, far] = wirePair();
  const recorder = servePort(recorderPort, far, {} as Handlers<typeof recorderPort.methods>);
  const host = servePort(hostPort, far, {} as Handlers<typeof hostPort.methods>);
  return { news: startNewsStore(connectPorts(near), () => 5), recorder, host };
};
const settle = () => new Promise((done) => setTimeout(done));
const job = { job: fakeId('job'), kind: 'export' as const, done: 1, total: 10, finished: false };

test('a job keeps its start while it runs and goes when it is finished', async () => {
  const { news, recorder } = setUp();
  recorder.tell('job', job);
  recorder.tell('job', { ...job, done: 4 });
  await settle();
  expect([...news.get().jobs.values()]).toEqual([{ ...job, done: 4, startedAt: 5 }]);
  recorder.tell('job', { ...job, done: 10, finished: true });
  await settle();
  expect(news.get().jobs.size).toBe(0);
});

test('what is said of a process stays until it is seen', async () => {
  const { news, host } = setUp();
  host.tell('process', { process: 'recorder', state: 'restarted', stoppedMs: 1200, at: 9 });
  await settle();
  expect(news.get().processes.get('recorder')?.stoppedMs).toBe(1200);
  news.dismissProcess('recorder');
  expect(news.get().processes.size).toBe(0);
});

test('the time left is told only once there is a speed to tell it from', () => {
  expect(secondsLeft(0, 100, 5000)).toBeNull();
  expect(secondsLeft(50, 100, 200)).toBeNull();
  expect(secondsLeft(25, 100, 1000)).toBe(3);
});
