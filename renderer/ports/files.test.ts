import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recorderPort } from '../../electron/ports/recorder-port.ts';
import { type Handlers, servePort } from '../../electron/ports/serve-port.ts';
import { wirePair } from '../../electron/ports/wire.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { fakeId } from '../fake/fake-ids.ts';
import { connectPorts } from './connect.ts';
import { CHUNK_BYTES, fromBase64, readBundle, sendFile, toBase64 } from './files.ts';

test('bytes come back from base64 as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70_000 }), (bytes) => {
      expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes));
    }),
    { numRuns: scaled(30) },
  );
});

const portsOver = (handlers: Partial<Handlers<typeof recorderPort.methods>>) => {
  const [near, far] = wirePair();
  servePort(recorderPort, far, handlers as Handlers<typeof recorderPort.methods>);
  return connectPorts(near);
};

test('a file arrives whole and in order, with its progress', async () => {
  const bytes = Uint8Array.from({ length: CHUNK_BYTES * 2 + 17 }, (_, at) => at % 251);
  const got: number[] = [];
  const ports = portsOver({
    'upload/begin': () => ok({ upload: fakeId('u') as never }),
    'upload/chunk': ({ bytes: piece }) => {
      for (const byte of fromBase64(piece)) got.push(byte);
      return ok({ received: got.length });
    },
  });
  const steps: number[] = [];
  const sent = await sendFile(ports, new File([bytes], 'a.jxb'), (done) => steps.push(done));
  expect(sent).toEqual(ok(fakeId('u')));
  expect(Uint8Array.from(got)).toEqual(bytes);
  expect(steps).toEqual([CHUNK_BYTES, CHUNK_BYTES * 2, bytes.length]);
});

test('a refused piece stops the sending', async () => {
  const ports = portsOver({
    'upload/begin': () => ok({ upload: fakeId('u') as never }),
    'upload/chunk': () => fail({ code: 'disk_full' }),
  });
  const sent = await sendFile(ports, new File(['abc'], 'a.jxb'), () => {});
  expect(sent).toMatchObject({ ok: false, fault: { code: 'disk_full' } });
});

test('a bundle is read to its end', async () => {
  const ports = portsOver({
    'bundle/read': ({ offset }) => ok({ bytes: toBase64(Uint8Array.of(offset)), next: offset < 2 ? offset + 1 : null }),
  });
  const read = await readBundle(ports, 'a.jxb');
  expect(read.ok && read.value.map((piece) => [...piece])).toEqual([[0], [1], [2]]);
});
