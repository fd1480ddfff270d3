import { fork } from 'node:child_process';
import { Ears } from '../ports/wire.ts';
import type { Child } from './child.ts';

/** Starts a process of our own under the Node that runs this one, with a message line to it. */
export function forkChild(program: string, args: readonly string[]): Child {
  const child = fork(program, [...args], { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ears = new Ears();
  let open = true;
  const close = () => {
    if (!open) return;
    open = false;
    ears.close();
  };
  child.on('message', (message) => ears.hear(message));
  child.on('exit', close);
  child.on('error', close);
  return {
    wire: {
      // A process that dies while a message is on its way answers through `exit`, so the error of `send` says nothing new.
      send: (message) => void (open && child.connected && child.send(Object(message), () => {})),
      listen: ears.listen,
    },
    kill: () => child.kill('SIGKILL'),
  };
}
