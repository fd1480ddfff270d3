import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FileSystem } from '../../db/files/file-system.ts';
import { nodeFiles } from '../../db/files/node-files.ts';
import type { OpenKeys } from '../../db/keys/key-ring.ts';
import { type EventRecord, openRecord, type RecordWorld } from '../../db/record.ts';
import { bootId } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { epochMs, monoMs } from '../../vocabulary/time.ts';
import { type Part, unpack } from './cast.ts';
import type { Dice } from './dice.ts';

/** What every machine of a world shares: the true time, chance, a place for folders. */
export interface Surroundings {
  readonly dice: Dice;
  readonly folder: string;
  now: number;
}

/** Thrown out of a port in the middle of production code: the power went. */
class PowerCut extends Error {}

/** A copy of the folders and what was acknowledged by then. */
interface Copy {
  readonly folder: string;
  readonly acknowledged: ReadonlySet<string>;
}

/** One machine of a world: a real record in a folder, its ports in the simulator's hands. */
export class Machine {
  readonly part: Part;
  readonly keys: OpenKeys;
  readonly #world: Surroundings;
  readonly #folder: string;
  #record: EventRecord | null = null;
  /** The clock on the wall is the true time and this much. */
  offset = 0;
  #booted = 0;
  /** Steps until the power goes; every call of a port is one. */
  #until = Number.POSITIVE_INFINITY;
  #image: string | null = null;
  /** Ids of events that this machine said are durable. Copies and restores take it back to what they held. */
  acknowledged = new Set<string>();
  copy: Copy | null = null;
  crashes = 0;

  private constructor(world: Surroundings, part: Part, keys: OpenKeys, folder: string) {
    this.#world = world;
    this.part = part;
    this.keys = keys;
    this.#folder = folder;
  }

  static async of(world: Surroundings, part: Part, name = part.name): Promise<Machine> {
    const folder = join(world.folder, name);
    const keys = await unpack(part, folder);
    const machine = new Machine(world, part, keys, folder);
    await machine.#open();
    for (const event of machine.record.stores.events.all()) machine.acknowledged.add(event.id);
    return machine;
  }

  get record(): EventRecord {
    if (!this.#record) throw new Error('the machine is off');
    return this.#record;
  }

  get isEnrolled(): boolean {
    return this.record.identity.certificate !== null;
  }

  /** The database's file with what is still in its journal. */
  get databaseFiles(): readonly string[] {
    const path = join(this.#folder, 'data', 'record.db');
    return [path, `${path}-wal`].filter((one) => existsSync(one));
  }

  /** Keeps in mind what was acknowledged. */
  said<T extends { readonly id: string } | null>(event: T): T {
    if (event) this.acknowledged.add(event.id);
    return event;
  }

  /** Does the work; where the power goes in the middle, the machine starts again with what the disk has. */
  async survive(work: () => Promise<unknown>, steps: number): Promise<void> {
    this.#until = steps;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      this.crashes += 1;
    }
    this.#until = Number.POSITIVE_INFINITY;
    if (this.#image) await this.#restartFrom(this.#image);
    this.#image = null;
  }

  /** Off and on again. With a dead battery the clock begins in 1970. */
  async reboot(batteryDead: boolean): Promise<void> {
    this.close();
    if (batteryDead) this.offset = -this.#world.now;
    await this.#open();
  }

  keepCopy(): void {
    const folder = `${this.#folder}-copy`;
    rmSync(folder, { recursive: true, force: true });
    cpSync(this.#folder, folder, { recursive: true });
    this.copy = { folder, acknowledged: new Set(this.acknowledged) };
  }

  /** The folder is put back from a copy. With the marks it cannot be noticed; without them it is, once something had left. */
  async restore(withMarks: boolean): Promise<void> {
    if (!this.copy) return;
    this.close();
    const parts = withMarks ? ['data', 'state'] : ['data'];
    for (const part of parts) {
      rmSync(join(this.#folder, part), { recursive: true, force: true });
      if (existsSync(join(this.copy.folder, part)))
        cpSync(join(this.copy.folder, part), join(this.#folder, part), { recursive: true });
    }
    this.acknowledged = new Set(this.copy.acknowledged);
    await this.#open();
  }

  close(): void {
    this.#record?.close();
    this.#record = null;
  }

  async #restartFrom(image: string): Promise<void> {
    this.close();
    rmSync(this.#folder, { recursive: true });
    cpSync(image, this.#folder, { recursive: true });
    rmSync(image, { recursive: true });
    await this.#open();
  }

  async #open(): Promise<void> {
    this.#booted = this.#world.now;
    this.#record = orThrow(await openRecord(this.#ports(), { by: 'keys', keys: this.keys })).record;
  }

  /** One step of the machine, at which the power may go. */
  #tick(): void {
    this.#until -= 1;
    if (this.#until > 0 || this.#image) return;
    this.#image = `${this.#folder}-image`;
    cpSync(this.#folder, this.#image, { recursive: true });
    throw new PowerCut();
  }

  #ports(): RecordWorld {
    const { dice } = this.#world;
    const ticking =
      <A extends readonly unknown[], T>(work: (...args: A) => T) =>
      (...args: A): T => {
        this.#tick();
        return work(...args);
      };
    return {
      folder: join(this.#folder, 'data'),
      stateFolder: join(this.#folder, 'state'),
      rulesVersion: '1',
      files: tickingFiles(() => this.#tick()),
      clock: {
        wall: ticking(() => epochMs.parse(this.#world.now + this.offset)),
        mono: ticking(() => monoMs.parse(this.#world.now - this.#booted)),
      },
      random: ticking((count: number) => dice.bytes(count)),
      boot: bootId.parse(Buffer.from(dice.bytes(16)).toString('hex')),
    };
  }
}

/** The disk, every call a step before and after which the power may go. */
function tickingFiles(tick: () => void): FileSystem {
  const around =
    <A extends readonly unknown[], T>(work: (...args: A) => T) =>
    (...args: A): T => {
      tick();
      const done = work(...args);
      tick();
      return done;
    };
  const aroundLater =
    <A extends readonly unknown[], T>(work: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      tick();
      const done = await work(...args);
      tick();
      return done;
    };
  const { openForReading, create, rename, remove, removeFolder, makeFolder, syncFolder, list, exists } = nodeFiles;
  return {
    openForReading,
    list,
    exists,
    create: (path) => {
      tick();
      const file = create(path);
      if (!file.ok) return file;
      const { write, sync, writeLater, syncLater } = file.value;
      const later = { writeLater: aroundLater(writeLater), syncLater: aroundLater(syncLater) };
      return { ok: true, value: { ...file.value, write: around(write), sync: around(sync), ...later } };
    },
    rename: around(rename),
    remove: around(remove),
    removeFolder: around(removeFolder),
    makeFolder: around(makeFolder),
    syncFolder: around(syncFolder),
  };
}
