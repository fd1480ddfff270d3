import type { WebSocket } from 'ws';
import { Ears, type Wire } from '../ports/wire.ts';

/** Unsent bytes after which a tab that no longer reads is cut off; it connects again when it wakes. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;
const UNSUPPORTED_DATA = 1003;

/** A line over a WebSocket: one JSON text a message. */
export function wireOfSocket(socket: WebSocket): Wire {
  const ears = new Ears();
  socket.on('message', (data, isBinary) => {
    const message = isBinary ? undefined : parseJson(String(data));
    if (message === undefined) return socket.close(UNSUPPORTED_DATA);
    ears.hear(message);
  });
  socket.on('close', () => ears.close());
  socket.on('error', () => socket.terminate());
  return {
    send: (message) => {
      if (socket.bufferedAmount > MAX_WAITING_BYTES) return socket.terminate();
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    },
    listen: ears.listen,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
