import type { BlobId } from '../../../vocabulary/ids.ts';
import type { Ports } from '../../ports/connect.ts';
import { fromBase64 } from '../../ports/files.ts';

const WIDTH = 320;
const MOST = 200;

/** Small pictures of this page, made here and never recorded: a photo's bytes stay as they are. */
const made = new Map<BlobId, Promise<string | null>>();

/** As the camera was held: Chromium turns the picture by what the photo says of it. */
async function shrink(photo: Blob): Promise<string | null> {
  const picture = await createImageBitmap(photo).catch(() => null);
  if (!picture) return null;
  const scale = Math.min(1, WIDTH / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
  return small && URL.createObjectURL(small);
}

async function make(ports: Ports, blob: BlobId): Promise<string | null> {
  const read = await ports.recorder.ask('blob/read', { blob });
  return read.ok ? shrink(new Blob([fromBase64(read.value.bytes)], { type: read.value.mime })) : null;
}

function forgetOldest(): void {
  const oldest = made.size > MOST ? made.keys().next().value : undefined;
  const address = oldest && made.get(oldest);
  if (!oldest || !address) return;
  made.delete(oldest);
  void address.then((url) => url && URL.revokeObjectURL(url));
}

/** The address of the small picture of a photo; null where its bytes are not here or are no picture. */
export function thumbnailOf(ports: Ports, blob: BlobId): Promise<string | null> {
  const known = made.get(blob);
  if (known) return known;
  const fresh = make(ports, blob);
  made.set(blob, fresh);
  // what could not be had now may come with the next bundle
  void fresh.then((url) => url === null && made.delete(blob));
  forgetOldest();
  return fresh;
}
