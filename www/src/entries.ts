/** What stands in fields and not in the model: text that is being typed, not yet added, or refused. */

/** Which field: of an item, or of the cover. */
export interface Place {
  /** The item's id, or `about`. */
  readonly id: string;
  /** The field's name, such as `owner` or `evidence.date`. */
  readonly field: string;
}

/** A text that the model does not hold. */
export interface Pending extends Place {
  /** What stands in the field; of a date that is not complete only the field itself knows it. */
  readonly text: string;
  /** Why it was refused, in words of the page; empty where nobody has refused it. */
  readonly message: string;
}

/** Hands a field's text on, as leaving the field does. */
type Commit = () => void;

export class Entries {
  /** Told when a text is kept, or no longer. */
  changed: () => void = () => undefined;
  readonly #pending = new Map<string, Pending>();
  readonly #typing = new Map<string, Commit>();

  get(place: Place): Pending | undefined {
    return this.#pending.get(key(place));
  }

  /** All of them, in the order in which they were begun. */
  list(): Pending[] {
    return [...this.#pending.values()];
  }

  /** Whether a field of this item holds something that the model does not. */
  has(id: string): boolean {
    return this.list().some((entry) => entry.id === id);
  }

  /** A person is typing: the text waits for the field to be left. */
  type(place: Place, text: string, commit: Commit): void {
    this.#typing.set(key(place), commit);
    this.#put(place, text, this.get(place)?.message ?? "");
  }

  /** The field was left, and the model does not take its text. */
  keep(place: Place, text: string, message: string): void {
    this.#typing.delete(key(place));
    this.#put(place, text, message);
    this.changed();
  }

  /** The model holds the text, or the field is gone. */
  drop(place: Place): void {
    this.#typing.delete(key(place));
    if (this.#pending.delete(key(place))) this.changed();
  }

  /** Hands on every text that is still being typed. */
  takeOver(): void {
    for (const commit of [...this.#typing.values()]) commit();
  }

  clear(): void {
    this.#typing.clear();
    this.#pending.clear();
  }

  #put({ id, field }: Place, text: string, message: string): void {
    this.#pending.set(key({ id, field }), { id, field, text, message });
  }
}

const key = ({ id, field }: Place): string => `${id} ${field}`;
