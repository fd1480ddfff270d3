import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ok } from '../../vocabulary/result.ts';
import { type Driver, type Link, prepareWith } from '../driver.ts';
import { lelStandardNames, slaveAddress } from '../requests/allowed-request.ts';
import { parseModbusRead } from '../requests/parse-modbus-read.ts';
import { baudField, lelBasisField, slaveField, warmupField } from '../setting-fields.ts';
import { linkOf, linkSettings, warmupSetting } from '../settings.ts';
import { leavesLelOpen, withLelBasis } from './lel-basis.ts';
import { profileTitle } from './modbus-profile.words.ts';
import type { Profile } from './profile.ts';
import { answering, blockExchange, requestFor } from './profile-exchange.ts';

const BAUD_CHOICES = ['1200', '2400', '4800', '9600', '19200', '38400', '57600', '115200'];

export const PROFILE_PREFIX = 'profile:';

/** Raise when a profile of the same content would be read in another way. */
const READER_VERSION = '1';

/** The same content gives the same version, and only it does: a changed file is another driver. */
const versionOf = (definition: unknown): string =>
  `${READER_VERSION}-${createHash('sha256').update(JSON.stringify(definition)).digest('hex').slice(0, 32)}`;

/** The driver of one profile: `profile:ID`. */
export function profileDriver(profile: Profile): Driver {
  const { baud, ...line } = profile.link;
  const link: Link = { baudRate: baud, ...line };
  const { pollMs, timeoutMs, retries, warmupMs } = profile.timing;
  const settings = z.strictObject({
    slave: z.coerce.number().pipe(slaveAddress).default(profile.slaveId),
    warmupMs: warmupSetting(warmupMs),
    lel_basis: z.enum(lelStandardNames).optional(),
    ...linkSettings(link),
  });
  const definition = z.json().parse(JSON.parse(JSON.stringify(profile)));
  return {
    id: `${PROFILE_PREFIX}${profile.id}`,
    protocol: 'pm',
    version: versionOf(definition),
    definition,
    title: profileTitle(profile.id, profile.name, grantedBy(profile)),
    note: `${profile.source}; ${profile.confidence}`,
    talk: 'poll',
    link,
    fields: [
      ...(leavesLelOpen(profile) ? [lelBasisField] : []),
      { ...slaveField, default: profile.slaveId },
      warmupField(warmupMs),
      baudField(BAUD_CHOICES, baud),
    ],
    prepare: prepareWith(settings, (chosen) => ({
      link: linkOf(chosen),
      channels: profile.channels.map((channel) => channel.id),
      warmupMs: chosen.warmupMs,
      interByteMs: 100,
      talk: {
        kind: 'poll',
        periodMs: pollMs,
        timeoutMs,
        retries,
        first: blockExchange(withLelBasis(profile, chosen.lel_basis), chosen.slave),
        answering: (bytes) => answering(bytes, withLelBasis(profile, chosen.lel_basis)),
      },
    })),
    find: {
      questions: (slave) => profile.blocks.slice(0, 1).map((block) => requestFor(slave, block)),
      proof: profile.identity.length > 0 && profile.blocks.length === 1 ? 'named' : 'fits',
      identity: [],
    },
    vectors: {
      readRequest: (bytes) => {
        const request = parseModbusRead(bytes);
        if (!request.ok) return request;
        const { slave, function: code, register, count } = request.value;
        return ok({ slave, function: code, register, count });
      },
      shape: 'channels',
      nothingFound: 'bad_checksum',
      isFor: (context) => context.profile === profile.id,
    },
  };
}

/** Gas and unit that stand in the profile and not on the wire. */
const grantedBy = ({ channels }: Profile): string =>
  [...new Set(channels.map(({ gas, unit }) => [gas, unit].filter((each) => each !== undefined).join(' ')))]
    .filter((each) => each !== '')
    .join(', ');
