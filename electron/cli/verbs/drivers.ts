import { drivers } from '../../../drivers/registry.ts';
import { type Fault, sayFault } from '../../../vocabulary/fault.ts';
import { ok } from '../../../vocabulary/result.ts';
import { readArguments } from '../arguments.ts';
import { profilesOf, profilesOption } from '../profiles.ts';
import type { Verb } from '../verb.ts';

/** A fault with its sentences. */
const said = (fault: Fault) => ({ fault, ...sayFault(fault) });

/** `drivers`: one line per instrument this program can hear, with the settings it takes; then one per profile file left out. */
export const verb: Verb = {
  name: 'drivers',
  usage: {
    zh: 'drivers [--profiles 目录]　列出能接的仪器',
    en: 'drivers [--profiles DIR] — list the instruments that can be heard',
  },
  async run(argv, io) {
    const read = readArguments(argv, profilesOption);
    if (!read.ok) return read;
    const dropped = profilesOf(read.value.values.profiles, io);
    for (const { id, protocol, version, title, note, talk, link, fields } of [...drivers, ...dropped.drivers]) {
      const settings = fields.map(({ key, kind, choices, default: usual, title: words }) => ({
        key,
        kind,
        choices,
        default: usual,
        ...words,
      }));
      io.out({ id, protocol, version, ...title, ...(note === undefined ? {} : { note }), talk, link, settings });
    }
    for (const { file, fault } of dropped.refused) io.out({ refused: file, ...said(fault) });
    return ok(0);
  },
};
