import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled } from '../../vocabulary/test-scale.ts';
import { escapeText, html } from './html.ts';

test('text in a template is escaped, markup stands', () => {
  expect(html`<b title="${'"><i>'}">${'a < b & c'}${html`<br>`}${null}${[1, false, '`']}</b>`.markup).toBe(
    '<b title="&quot;&gt;&lt;i&gt;">a &lt; b &amp; c<br>1&#96;</b>',
  );
});

test('what could change how other words look is shown and not obeyed', () => {
  expect(escapeText('合格\u202e格合不\u0000\u0007\ud800\r\n二行\t')).toBe('合格\ufffd格合不\ufffd\ufffd\ufffd\n二行\t');
});

test('no text leaves a mark that begins a tag, an entity of its own or the end of an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeText(text);
      expect(escaped).not.toMatch(/[<>"'`]/);
      expect(escaped.replace(/&(amp|lt|gt|quot|#39|#96);/g, '')).not.toContain('&');
    }),
    { numRuns: scaled(200) },
  );
});
