import process from 'node:process';
import { systemTimers } from '../../drivers/transports/system-clock.ts';
import { recordWorld } from '../record-world.ts';
import { processWire, sayHello } from '../supervise/process-wire.ts';
import { serveRecorder } from './serve-recorder.ts';

// The recorder process: its one argument is the data folder.
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('the recorder needs the data folder');
const wire = processWire();
const recorder = serveRecorder(wire, { world: recordWorld(folder, process.env), timers: systemTimers });
// Without a host nobody asks and nobody could stop it.
wire.listen(
  () => {},
  () => void recorder.close().finally(() => process.exit(0)),
);
sayHello(wire);
