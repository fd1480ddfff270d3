/** A two-way line between two processes. Messages are plain data; the far side is never trusted. */
export interface Wire {
  readonly send: (message: unknown) => void;
  /** Several may listen: ports share one line. The function returned stops this one. */
  readonly listen: (onMessage: (message: unknown) => void, onClose: () => void) => () => void;
}

interface Ear {
  readonly onMessage: (message: unknown) => void;
  readonly onClose: () => void;
}

/** The listening half of a wire: hosts feed it from a socket, a message port or a child process. */
export class Ears {
  readonly #ears = new Set<Ear>();

  readonly listen: Wire['listen'] = (onMessage, onClose) => {
    const ear = { onMessage, onClose };
    this.#ears.add(ear);
    return () => this.#ears.delete(ear);
  };

  hear(message: unknown): void {
    for (const ear of [...this.#ears]) ear.onMessage(message);
  }

  close(): void {
    for (const ear of [...this.#ears]) ear.onClose();
    this.#ears.clear();
  }
}

/** Two ends of a line inside one process: for tests and for the command line. */
export function wirePair(): readonly [Wire, Wire, () => void] {
  const near = new Ears();
  const far = new Ears();
  const sendTo = (ears: Ears) => (message: unknown) => {
    const copy: unknown = structuredClone(message);
    queueMicrotask(() => ears.hear(copy));
  };
  const cut = () => {
    near.close();
    far.close();
  };
  return [{ send: sendTo(far), listen: near.listen }, { send: sendTo(near), listen: far.listen }, cut];
}
