/** The files of a bundle. Names sort by byte, which for ASCII is how JavaScript compares text. */
export const BAG = {
  info: 'bag-info.txt',
  bagit: 'bagit.txt',
  certificate: 'certificate.pub',
  verify: 'data/VERIFY.txt',
  bodies: 'data/bodies.ndjson',
  log: 'data/log.ndjson',
  report: 'data/report.html',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  signature: 'tagmanifest-sha256.txt.sig',
} as const;

export const PAYLOAD = 'data/';
export const BLOBS = 'data/blobs/';
export const blobName = (id: string): string => BLOBS + id;

/** All that must be there besides blobs. */
export const requiredNames: readonly string[] = Object.values(BAG);
/** What the tag manifest lists, in its order. */
export const tagNames: readonly string[] = [BAG.info, BAG.bagit, BAG.certificate, BAG.manifest];

/** The declaration of RFC 8493 §2.1.1. */
export const BAGIT_TEXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
