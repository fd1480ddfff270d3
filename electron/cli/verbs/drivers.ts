import { drivers } from '../../../drivers/registry.ts';
import { ok } from '../../../vocabulary/result.ts';
import type { Verb } from '../verb.ts';

/** `drivers`: one line per instrument this program can hear, with the settings it takes. */
export const verb: Verb = {
  name: 'drivers',
  usage: { zh: 'drivers　列出能接的仪器', en: 'drivers — list the instruments that can be heard' },
  async run(_argv, io) {
    for (const { id, protocol, version, title, note, talk, link, fields } of drivers) {
      const settings = fields.map(({ key, kind, choices, default: usual, title: words }) => ({
        key,
        kind,
        choices,
        default: usual,
        ...words,
      }));
      io.out({ id, protocol, version, ...title, ...(note === undefined ? {} : { note }), talk, link, settings });
    }
    return ok(0);
  },
};
