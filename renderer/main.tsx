import { socketWire } from './ports/socket-wire.ts';
import { startApp } from './start-app.tsx';

const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/wire`;
const wire = socketWire(
  () => new WebSocket(address),
  (again, ms) => void setTimeout(again, ms),
);
startApp(wire, Date.now, { get: wire.state, listen: wire.listenState });
