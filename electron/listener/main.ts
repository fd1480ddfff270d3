import { randomBytes } from 'node:crypto';
import { uptime } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { drivers } from '../../drivers/registry.ts';
import { listPorts } from '../../drivers/transports/list-ports.ts';
import { serialTransport } from '../../drivers/transports/serial-port.ts';
import { systemClock, systemTimers } from '../../drivers/transports/system-clock.ts';
import { readBootId } from '../boot-id.ts';
import { loadDroppedProfiles, makeProfilesFolder } from '../profiles-folder.ts';
import { processWire, sayHello } from '../supervise/process-wire.ts';
import { serveListener } from './serve-listener.ts';

// The listener process: its one argument is the data folder.
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('the listener needs the data folder');
const wire = processWire();
const profilesFolder = makeProfilesFolder(folder);
const dropped = loadDroppedProfiles(profilesFolder);
const listener = serveListener(wire, {
  spoolFolder: path.join(folder, 'spool'),
  boot: readBootId(),
  clock: systemClock,
  timers: systemTimers,
  random: randomBytes,
  listPorts,
  drivers: [...drivers, ...dropped.drivers],
  profilesFolder,
  refusedProfiles: dropped.refused,
  uptimeMs: () => uptime() * 1000,
  openPort: serialTransport,
});
// Without a host nobody hears and nobody could stop it.
wire.listen(
  () => {},
  () => void listener.close().finally(() => process.exit(0)),
);
sayHello(wire);
