import { wirePair } from '../../electron/ports/wire.ts';
import { checkItems } from '../../rules/checklist/registry.ts';
import { startApp } from '../start-app.tsx';
import { displaySettings, displayStore } from '../theme/display.ts';
import { fakeNow } from './fake-ids.ts';
import { serveFakeHost, serveFakeListener } from './fake-listener.ts';
import { serveFakeRecorder } from './fake-recorder.ts';
import { sceneFrom } from './scene.ts';

// Entry of the fake build: the same screens over a host in memory, with a clock of its own.
const asked = new URLSearchParams(location.search);
const looks = [...asked].filter(([name]) => name !== 'scene');
const wanted = displaySettings.partial().safeParse(Object.fromEntries(looks));
if (wanted.success) displayStore.change(wanted.data);

const scene = sceneFrom(location.search);
// a picture is the same each time; what streams needs a clock that goes
const now = scene === 'stream' ? () => fakeNow + Math.round(performance.now()) : () => fakeNow;
const [near, far] = wirePair();
serveFakeRecorder(
  far,
  scene,
  checkItems.map((item) => item.id),
);
serveFakeListener(far, scene, now);
serveFakeHost(far, scene);
startApp(near, now, { get: () => 'up', listen: () => () => {} });
