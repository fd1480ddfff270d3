import { z } from 'zod';
import type { Fault } from '../vocabulary/fault.ts';
import type { Gas } from '../vocabulary/gas.ts';
import type { WireIdentity } from '../vocabulary/instrument.ts';
import type { ReadingValue } from '../vocabulary/reading.ts';
import { fail, ok, type Result } from '../vocabulary/result.ts';
import type { Words } from '../vocabulary/words.ts';
import { parseIdentity } from './find/identity-setting.ts';
import type { Matcher } from './framing/framer.ts';
import type { AllowedRequest, HarmlessRead, SlaveAddress } from './requests/allowed-request.ts';

/** One value of one channel as the frame carries it; the session adds instrument and time. */
export interface ChannelReading {
  readonly channel: string;
  readonly gas: Gas;
  readonly value: ReadingValue;
  /** The device's own words: alarms, fault bits. They change no number. */
  readonly flags: readonly string[];
}

/** An entry of the instrument's own log. Device time is what its clock said, never mended; null where it says nothing. */
export interface StoredEvent {
  readonly log: string;
  /** 0 is the newest. */
  readonly index: number;
  readonly device_clock: string | null;
  /** What the instrument's clock said while its log was read: with the time of reading it gives the offset. */
  readonly device_now: string | null;
  /** False: the clock was lost, the times mean nothing and only the order counts. */
  readonly clock_valid: boolean;
  readonly running_seconds: number;
  readonly code: number;
  readonly total_count: number;
  readonly lost: number;
  readonly raw_hex: string;
}

/** All that one good frame says. `details` has the other keys of the protocol page (slave, mode, temperature_c ...). */
export interface DecodedFrame {
  readonly readings: readonly ChannelReading[];
  readonly details: Readonly<Record<string, unknown>>;
  /** The device had nothing new and said the last sample again: not recorded twice, and a poll without a reading. */
  readonly isRepeat?: boolean;
  /** Stored events, given once the log has been read whole. */
  readonly events?: readonly StoredEvent[];
}

/** Judges one cut frame: what it says, or a fault that names why it is not used. */
export type JudgeFrame = (frame: Uint8Array) => Result<DecodedFrame>;

/** What to do when an exchange has ended, and with which exchange to go on. */
export interface NextStep {
  readonly exchange: Exchange;
  /** `now`: still within this poll, `later`: with the next poll, a number: this poll again after so many ms. */
  readonly when: 'now' | 'later' | number;
  /** A fact for the user, e.g. that alarm bits are not available. */
  readonly notice: Fault | null;
}

/** One question, what may answer it, and what follows. Exchanges form a chain, so that a driver needs no mutable state. */
export interface Exchange {
  readonly request: AllowedRequest;
  readonly match: Matcher;
  readonly judge: JudgeFrame;
  readonly next: (outcome: Result<DecodedFrame>) => NextStep;
  /** With what the next poll begins when this exchange stayed unanswered; without it, the same exchange again. */
  readonly afterMiss?: Exchange;
  /** Never repeated when its answer does not come. */
  readonly isSaidOnce?: boolean;
}

export interface PollTalk {
  readonly kind: 'poll';
  readonly periodMs: number;
  /** Wait after the line has been opened before the first question; nothing where left out. */
  readonly settleMs?: number;
  /** Longest wait for an answer after the last sent byte; also the silence asked for after a time-out. */
  readonly timeoutMs: number;
  readonly retries: number;
  readonly first: Exchange;
  /** The exchange that asked with these bytes: for recorded answers. */
  readonly answering: (request: Uint8Array) => Result<Exchange>;
}

export interface StreamTalk {
  readonly kind: 'stream';
  readonly periodMs: number;
  readonly match: Matcher;
  readonly judge: JudgeFrame;
}

/**
 * A device whose factory setting is not known: listened to first, and polled only when it does not speak by itself.
 * It may begin to later, when it is plugged in behind an open port.
 */
export interface EitherTalk {
  readonly kind: 'either';
  readonly periodMs: number;
  readonly listenMs: number;
  readonly stream: StreamTalk;
  readonly poll: PollTalk;
  /** Whether the device sent this frame by itself. */
  readonly isUnasked: (frame: Uint8Array) => boolean;
}

export interface Link {
  readonly baudRate: number;
  readonly dataBits: 7 | 8;
  readonly parity: 'none' | 'even' | 'odd';
  readonly stopBits: 1 | 2;
}

type Json = z.infer<ReturnType<typeof z.json>>;

export type SettingValues = Readonly<Record<string, string | number>>;

/** A driver with its settings filled in: all that a session or a decoder needs. Immutable. */
export interface PreparedDriver {
  /** As recorded with raw captures; defaults filled in. */
  readonly settings: SettingValues;
  readonly link: Link;
  readonly channels: readonly string[];
  /** Start-up hold after the first good frame of a connection; 0 where the device shows its warm-up itself. */
  readonly warmupMs: number;
  /** Silence inside a frame after which it is truncated. */
  readonly interByteMs: number;
  readonly talk: PollTalk | StreamTalk | EitherTalk;
  /** What the registered instrument says of itself; another one gives no numbers. Empty: nothing is known of it. */
  readonly expects: WireIdentity;
}

/** A setting the wire does not say, for forms and `drivers`. A default of null is asked, never guessed; an empty one may stay empty. */
export interface SettingField {
  readonly key: string;
  readonly title: Words;
  readonly kind: 'choice' | 'integer' | 'number';
  readonly choices: readonly string[];
  readonly default: string | number | null;
}

/** What the decoder of recorded vectors needs beyond a prepared driver. */
interface VectorReader {
  /** host->device: the request as plain data. */
  readonly readRequest: (bytes: Uint8Array) => Result<Readonly<Record<string, unknown>>>;
  /** One `reading` beside the details, or a list `channels` of `{id, reading}`. */
  readonly shape: 'reading' | 'channels';
  /** The fault of bytes in which not even half a frame was found. */
  readonly nothingFound: 'bad_checksum' | 'bad_format';
  /** The request answered by vectors that do not carry its bytes, where it is not the first one asked. */
  readonly requestIn?: (context: Readonly<Record<string, unknown>>) => Uint8Array;
  /** Settings in a vector's context where they do not stand under the keys of the fields. */
  /** Whether a vector of this protocol is for this very driver; for any where left out. */
  readonly isFor?: (context: Readonly<Record<string, unknown>>) => boolean;
  /** Settings that only recorded answers have, and no form. */
  readonly recordedSettings?: readonly string[];
  readonly settingsIn?: (context: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** How an instrument of this kind is recognised on an unknown line, and what tells it from another of its kind. */
export interface FindRule {
  /** Asked in turn: the first recognises, the others tell more and are asked only then. Empty: it is only listened to. */
  readonly questions: (slave: SlaveAddress) => readonly HarmlessRead[];
  /** Whether the details of the first answer are of this kind; any good answer where left out. */
  readonly isOwn?: (details: DecodedFrame['details']) => boolean;
  /** `named`: no other kind answers so · `fits`: another may, the label decides. */
  readonly proof: 'named' | 'fits';
  /** Keys of the details that stay with one instrument, compared whenever its line is opened. */
  readonly identity: readonly string[];
}

/** One kind of instrument. Entry of the registry; knows nothing of ports, files or clocks. */
export interface Driver {
  readonly id: string;
  /** Key of the vector file: `p1`. */
  readonly protocol: string;
  /** Rises whenever the same bytes would give another result; recorded with raw captures. */
  readonly version: string;
  /** Where the driver is data and not code: all of it, kept beside raw captures so that they can be decoded anywhere. */
  readonly definition?: Json;
  readonly title: Words;
  /** Where its description comes from and how far it is to be trusted, where the title does not say enough. */
  readonly note?: string;
  readonly talk: 'poll' | 'stream';
  readonly link: Link;
  readonly fields: readonly SettingField[];
  /** Refuses unknown keys and values out of range as `bad_setting`. */
  readonly prepare: (settings: unknown) => Result<PreparedDriver>;
  readonly vectors: VectorReader;
  readonly find: FindRule;
}

/**
 * Checks raw settings against a driver's schema and hands the typed ones on. The setting `identity` is every driver's:
 * it is recorded with the bytes, so that a replay withholds what was withheld.
 */
export function prepareWith<S>(
  schema: z.ZodType<S>,
  build: (settings: S, expects: WireIdentity) => Omit<PreparedDriver, 'settings' | 'expects'>,
) {
  return (raw: unknown): Result<PreparedDriver> => {
    const { identity, ...own } = withIdentity.safeParse(raw).data ?? {};
    const parsed = schema.safeParse(withIdentity.safeParse(raw).success ? own : raw);
    if (!parsed.success) return fail({ code: 'bad_setting', detail: sayIssues(parsed.error) });
    const settings = { ...recordable(parsed.data), ...(identity === undefined ? {} : { identity }) };
    const expects = parseIdentity(identity ?? '');
    return ok({ ...build(parsed.data, expects), settings, expects });
  };
}

const withIdentity = z.looseObject({ identity: z.string().optional() });

const recordable = (settings: unknown): SettingValues => {
  const known = Object.entries(z.record(z.string(), z.unknown()).parse(settings)).filter(([, value]) => value != null);
  return z.record(z.string(), z.union([z.string(), z.number()])).parse(Object.fromEntries(known));
};

const sayIssues = (error: z.ZodError): string =>
  error.issues.map((issue) => [issue.path.join('.'), issue.message].filter(Boolean).join(': ')).join('; ');
