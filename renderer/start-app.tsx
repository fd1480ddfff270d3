import './known-language.ts';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/noto-sans-sc/wght.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import type { Wire } from '../electron/ports/wire.ts';
import { App } from './app.tsx';
import { connectPorts } from './ports/connect.ts';
import { startLiveStore } from './ports/live-store.ts';
import { startNewsStore } from './ports/news-store.ts';
import type { Reach } from './ports/ports-context.tsx';
import { displayStore } from './theme/display.ts';
import { startWords } from './words/words.ts';

// the content policy forbids compiling code at run time; zod must not even try
z.config({ jitless: true });

/** Puts the app on the page over a line to its host. */
export function startApp(wire: Wire, now: () => number, link: Reach['link']): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no root');
  startWords(displayStore.get().language);
  const ports = connectPorts(wire);
  const live = startLiveStore(ports, nextFrame);
  const reach: Reach = { ports, live, news: startNewsStore(ports, now), now, link };
  createRoot(root).render(
    <StrictMode>
      <App reach={reach} />
    </StrictMode>,
  );
}

/** Nobody reads faster; each painting judges and draws every channel. */
const LEAST_BETWEEN_MS = 80;
/** Longer than a frame; a hidden page paints none, and alarms must be heard there too. */
const HIDDEN_FRAME_MS = 250;
let lastFrame = Number.NEGATIVE_INFINITY;

function nextFrame(then: () => void): void {
  let frame = 0;
  const run = () => {
    cancelAnimationFrame(frame);
    clearTimeout(early);
    clearTimeout(late);
    lastFrame = performance.now();
    then();
  };
  const wait = Math.max(0, LEAST_BETWEEN_MS - (performance.now() - lastFrame));
  const early = setTimeout(() => {
    frame = requestAnimationFrame(run);
  }, wait);
  const late = setTimeout(run, wait + HIDDEN_FRAME_MS);
}
