import type { EntityId } from '../../vocabulary/ids.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { Ports } from './connect.ts';

/** Bytes of one chunk on the wire; small enough that progress moves and a message stays light. */
export const CHUNK_BYTES = 256 * 1024;

const BINARY_STEP = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += BINARY_STEP)
    binary += String.fromCharCode(...bytes.subarray(at, at + BINARY_STEP));
  return btoa(binary);
}

export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** One message carries a whole photo or scan; more than this is refused with its size, before anything is sent. */
export const MOST_BYTES = 20_000_000;

/** A photo or scan as one message carries it. */
export const givenFile = async (file: File) => ({
  name: file.name,
  mime: file.type || 'application/octet-stream',
  bytes: toBase64(new Uint8Array(await file.arrayBuffer())),
});

/** What is used of a chosen file. */
export interface FileLike {
  readonly name: string;
  readonly size: number;
  readonly slice: (from: number, to: number) => { readonly arrayBuffer: () => Promise<ArrayBuffer> };
}

/** Hands a file to the recorder piece by piece. The far side counts; a lost piece is a fault there. */
export async function sendFile(
  ports: Ports,
  file: FileLike,
  onSent: (sent: number) => void,
): Promise<Result<EntityId>> {
  const begun = await ports.recorder.ask('upload/begin', { name: file.name, size: file.size });
  if (!begun.ok) return begun;
  const { upload } = begun.value;
  for (let at = 0; at < file.size; at += CHUNK_BYTES) {
    const bytes = new Uint8Array(await file.slice(at, at + CHUNK_BYTES).arrayBuffer());
    const sent = await ports.recorder.ask('upload/chunk', { upload, bytes: toBase64(bytes) });
    if (!sent.ok) return sent;
    onSent(Math.min(file.size, at + CHUNK_BYTES));
  }
  return ok(upload);
}

/** A whole exported bundle, read piece by piece. */
export async function readBundle(ports: Ports, name: string): Promise<Result<Uint8Array<ArrayBuffer>[]>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let offset: number | null = 0;
  while (offset !== null) {
    const piece: Result<{ bytes: string; next: number | null }> = await ports.recorder.ask('bundle/read', {
      name,
      offset,
    });
    if (!piece.ok) return piece;
    pieces.push(fromBase64(piece.value.bytes));
    offset = piece.value.next;
  }
  return ok(pieces);
}

/** Lets the browser or window save bytes as a file of the person's choice. */
export function saveAs(name: string, pieces: readonly BlobPart[], mime = 'application/octet-stream'): void {
  const address = URL.createObjectURL(new Blob([...pieces], { type: mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
