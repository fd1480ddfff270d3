import path from 'node:path';
import type { ByteSource } from '../../db/files/byte-source.ts';
import { type EncryptedFolder, EncryptedWriter, openEncrypted } from '../../db/files/encrypted-file.ts';
import type { EntityId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';

/** Larger than any bundle of a season; a page that sends without end is stopped here. */
const MAX_UPLOAD_BYTES = 8 * 1024 * 1024 * 1024;
const MAX_OPEN_UPLOADS = 16;

interface Upload {
  readonly name: string;
  readonly size: number;
  readonly path: string;
  readonly writer: EncryptedWriter;
  received: number;
}

/** A file that a screen has sent whole; `release` deletes it. */
export interface UploadedFile {
  readonly name: string;
  readonly source: ByteSource;
  readonly release: () => void;
}

export interface Uploads {
  readonly handlers: Some<'upload/begin' | 'upload/chunk'>;
  /** Takes a finished upload out. Faults: not_found, bundle_truncated (fewer bytes than were announced). */
  readonly take: (id: EntityId) => Result<UploadedFile>;
  /** Drops everything: the record was locked. */
  readonly drop: () => void;
}

/** Files from screens on their way into the record: encrypted work files, deleted when they have been used. */
export function createUploads(desk: Desk, work: () => Result<EncryptedFolder>): Uploads {
  const open = new Map<EntityId, Upload>();
  const drop = (id: EntityId) => {
    open.get(id)?.writer.abandon();
    open.delete(id);
  };
  return {
    handlers: {
      'upload/begin': ({ name, size }) => {
        const folder = work();
        if (!folder.ok) return folder;
        if (size > MAX_UPLOAD_BYTES) return fail({ code: 'bundle_unreadable', path: name });
        const oldest = open.size >= MAX_OPEN_UPLOADS ? open.keys().next().value : undefined;
        if (oldest) drop(oldest);
        const upload = desk.newId();
        const at = path.join(desk.folder, 'work', `${upload}.upload`);
        const writer = EncryptedWriter.begin(folder.value, at);
        if (!writer.ok) return writer;
        open.set(upload, { name, size, path: at, writer: writer.value, received: 0 });
        return ok({ upload });
      },
      'upload/chunk': ({ upload, bytes }) => {
        const found = open.get(upload);
        if (!found) return fail({ code: 'not_found', what: upload });
        const chunk = Buffer.from(bytes, 'base64');
        const written =
          found.received + chunk.length > found.size
            ? fail({ code: 'bundle_unreadable' as const, path: found.name })
            : found.writer.write(chunk);
        if (!written.ok) {
          drop(upload);
          return written;
        }
        found.received += chunk.length;
        return ok({ received: found.received });
      },
    },
    take: (id) => {
      const found = open.get(id);
      const folder = work();
      if (!found) return fail({ code: 'not_found', what: id });
      if (!folder.ok) return folder;
      open.delete(id);
      if (found.received !== found.size) {
        found.writer.abandon();
        return fail({ code: 'bundle_truncated', path: found.name });
      }
      const written = found.writer.commit(found.path);
      if (!written.ok) return written;
      const source = openEncrypted(folder.value, found.path);
      const remove = () => void folder.value.files.remove(found.path);
      if (!source.ok) {
        remove();
        return source;
      }
      const release = () => {
        source.value.close();
        remove();
      };
      return ok({ name: found.name, source: source.value, release });
    },
    drop: () => {
      for (const id of [...open.keys()]) drop(id);
    },
  };
}
