import { desktopWire, WIRE_PATH } from '../electron/ports/renderer-wire.ts';
import { socketWire } from './ports/socket-wire.ts';
import { startApp } from './start-app.tsx';

const desktop = desktopWire(window);
if (desktop) {
  startApp(desktop, Date.now, { get: () => 'up', listen: () => () => {} });
} else {
  const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${WIRE_PATH}`;
  const wire = socketWire(
    () => new WebSocket(address),
    (again, ms) => void setTimeout(again, ms),
  );
  startApp(wire, Date.now, { get: wire.state, listen: wire.listenState });
}
