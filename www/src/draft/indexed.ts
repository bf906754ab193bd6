/**
 * Drafts in IndexedDB.
 *
 * A record is a summary under its id and the last two generations of its document, each under the
 * id and its revision. One transaction writes a generation and its summary, and it is on the disk
 * before it is called done: whatever is cut off in the middle leaves the generation before.
 */

import { RECORD_VERSION, readSummary, type Summary } from "./record.js";
import { Conflict, type DraftRecord, type SaveOptions, type Store } from "./store.js";

const DATABASE = "annexa";
const DATABASE_VERSION = 1;
const SUMMARIES = "summaries";
const GENERATIONS = "generations";
/** How many generations of a document are kept. */
const GENERATIONS_KEPT = 2;
/** How many records that were set aside are kept for one id; one that cannot be read always is. */
const ASIDE_KEPT = 10;

interface Tables {
  readonly summaries: IDBObjectStore;
  readonly generations: IDBObjectStore;
}

export async function openIndexed(): Promise<Store> {
  let database: IDBDatabase | undefined;
  const open = async (): Promise<IDBDatabase> => {
    const asked = indexedDB.open(DATABASE, DATABASE_VERSION);
    asked.onupgradeneeded = () => {
      for (const name of [SUMMARIES, GENERATIONS]) asked.result.createObjectStore(name);
    };
    database = await done(asked);
    const gone = (): void => (database = undefined);
    database.onclose = gone;
    // A newer page wants to change the tables: this one steps aside, and its next write says so.
    database.onversionchange = () => {
      database?.close();
      gone();
    };
    return database;
  };
  await open();

  /** Runs one transaction. What `use` asks for before it first waits is asked for at once. */
  const within = async <T>(mode: IDBTransactionMode, use: (tables: Tables) => Promise<T>): Promise<T> => {
    const transaction = (database ?? (await open())).transaction([SUMMARIES, GENERATIONS], mode, { durability: "strict" });
    const end = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => {
        const { error } = transaction;
        reject(error?.name === "ConstraintError" ? new Conflict() : (error ?? new DOMException("aborted", "AbortError")));
      };
    });
    // Where `use` fails first, its own reason is the one that is told.
    end.catch(() => undefined);
    let result: T;
    try {
      result = await use({
        summaries: transaction.objectStore(SUMMARIES),
        generations: transaction.objectStore(GENERATIONS),
      });
    } catch (cause) {
      try {
        transaction.abort();
      } catch {
        // It has ended by itself.
      }
      throw cause;
    }
    await end;
    return result;
  };

  return {
    list: (id) => within("readonly", ({ summaries }) => list(summaries, id)),
    load: (id) => within("readonly", (tables) => load(tables, id)),
    save: (record, options) => within("readwrite", (tables) => save(tables, record, options)),
    remove: (id) => within("readwrite", async (tables) => remove(tables, id)),
    close: () => database?.close(),
  };
}

async function list(summaries: IDBObjectStore, id: string): Promise<Summary[]> {
  const range = IDBKeyRange.bound(id, `${id}#\uffff`);
  const keys = await done(summaries.getAllKeys(range));
  const values: unknown[] = await done(summaries.getAll(range));
  // Between an id and its own records that were set aside stand those of longer names.
  return keys.map(String).flatMap((key, at) => (key === id || key.startsWith(`${id}#`) ? [readSummary(key, values[at])] : []));
}

async function load({ generations }: Tables, id: string): Promise<Uint8Array | undefined> {
  const kept: unknown[] = await done(generations.getAll(all(id)));
  return kept.map((it) => (it as { bytes?: unknown } | null)?.bytes).findLast((bytes) => bytes instanceof Uint8Array);
}

async function save(tables: Tables, record: DraftRecord, { expected, aside, drop }: SaveOptions): Promise<void> {
  const { summaries, generations } = tables;
  const { id, bytes, revision, ...about } = record;
  if (expected !== undefined) {
    const stands: unknown = await done(summaries.get(id));
    // What the browser has forgotten is no other writer's.
    if (stands !== undefined && readSummary(id, stands).revision !== expected) throw new Conflict();
    if (aside !== undefined && stands !== undefined) await setAside(tables, id, aside, stands);
  }
  if (drop !== undefined) remove(tables, drop);
  // A revision that stands already is another writer's: it is never written over.
  generations.add({ version: RECORD_VERSION, bytes }, [id, revision]);
  generations.delete(IDBKeyRange.bound([id], [id, revision - GENERATIONS_KEPT]));
  summaries.put({ version: RECORD_VERSION, revision, ...about }, id);
  // A page that is being left does not live to end the transaction by itself.
  generations.transaction.commit();
}

/** Copies a record as it is, even one that nobody here can read. */
async function setAside({ summaries, generations }: Tables, id: string, aside: string, stands: unknown): Promise<void> {
  const keys = await done(generations.getAllKeys(all(id)));
  const values: unknown[] = await done(generations.getAll(all(id)));
  keys.forEach((key, at) => generations.put(values[at], [aside, (key as IDBValidKey[])[1] as IDBValidKey]));
  generations.delete(all(id));
  const older = (await list(summaries, id)).filter((it) => it.id !== id && !it.fault);
  for (const { id: gone } of older.slice(0, Math.max(0, older.length + 1 - ASIDE_KEPT))) remove({ summaries, generations }, gone);
  summaries.put(stands, aside);
}

function remove({ summaries, generations }: Tables, id: string): void {
  summaries.delete(id);
  generations.delete(all(id));
}

/** Every generation of a record. */
const all = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
