import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 240;
const HEIGHT = 80;

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A written line as a PNG, one bit a pixel: what the pad of the screen would give. `seed` bends the line. */
export function signaturePng(seed: number): Uint8Array {
  const rowBytes = WIDTH / 8 + 1; // one filter byte, then the pixels
  const pixels = Buffer.alloc(rowBytes * HEIGHT, 0xff);
  for (let row = 0; row < HEIGHT; row += 1) pixels[row * rowBytes] = 0;
  for (let x = 8; x < WIDTH - 8; x += 1) {
    const y = Math.round(HEIGHT / 2 + 22 * Math.sin(x / (7 + seed)) * Math.cos(x / (19 + seed * 2)));
    for (const thick of [0, 1, 2]) {
      const at = (y + thick) * rowBytes + 1 + (x >> 3);
      pixels[at] = (pixels[at] ?? 0xff) & ~(0x80 >> (x & 7));
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head[8] = 1; // bit depth; colour type 0 = grey, the rest default
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    magic,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', new Uint8Array()),
  ]);
}
