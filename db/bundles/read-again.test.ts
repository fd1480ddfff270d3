import { expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { memorySource } from '../files/byte-source.ts';
import { signers, smallBundle } from './bundle-fixture.ts';
import { readBundle } from './read-bundle.ts';

test('a verified bundle is read again as it was, and a file that changed meanwhile is noticed before anything counts', async () => {
  const bytes = await smallBundle();
  const bundle = orThrow(await readBundle(memorySource(bytes), signers));
  const events = [...bundle.events()].map(orThrow);
  expect(events.map((event) => event.header.seq)).toEqual([1, 2, 3, 4, 5]);
  expect(events.map((event) => event.body?.outcome ?? event.body?.note ?? null)).toEqual([
    null,
    'pass',
    'fail',
    null,
    null,
  ]);
  expect(events[3]?.bodyText).toContain('withheld');
  for (const piece of ['"outcome":"pass"', '"why":"privacy"', '"wall":', '"type":"log.seal"']) {
    const changed = Buffer.from(bytes);
    const at = changed.indexOf(piece) + piece.length - 2;
    const during = orThrow(await readBundle(memorySource(changed), signers));
    changed.writeUInt8((changed.at(at) ?? 0) ^ 1, at);
    expect([...during.events()].at(-1), piece).toMatchObject({ ok: false, fault: { code: 'bundle_changed' } });
  }
});
