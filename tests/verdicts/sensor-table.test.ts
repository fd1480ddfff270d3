import { expect, test } from 'vitest';
import { sensorRow } from '../../rules/gas/sensor-row.ts';
import { sensorLocation } from '../../vocabulary/place.ts';
import { isoDate } from '../../vocabulary/time.ts';

const day = isoDate.parse('2026-01-15');

// Held against the table of methane sensors (art. 498, table 18), row by row. After a change that is meant: `npm run golden:update`, and read the difference.
test('the table of methane sensors says for each place what it says in the book: figures, what is cut off, and how sure that is', async () => {
  const rows = sensorLocation.options.map((location) => {
    const row = sensorRow(location, day);
    if (!row) return `${location} –`;
    const { alarm, cut, repower, range } = row;
    const figures = [alarm, cut, repower].map((figure) =>
      figure ? `${figure.value_pct} ${figure.citation.article}` : '–',
    );
    const doubt = range.needsCheck ? ' needs check' : '';
    return `${location} | ${figures.join(' | ')} | ${range.words.zh} | ${range.words.en} | ${range.provenance}${doubt}`;
  });
  await expect(`${rows.join('\n')}\n`).toMatchFileSnapshot('sensor-table.txt');
});
