/** Something of the widget that is loaded when it is first asked for. */

/** A late part. A failure is not kept, so that a later try may succeed. */
export class Part<T> {
  /** What was brought, once it is there. */
  loaded: T | undefined;
  #loading: Promise<T> | undefined;

  constructor(private readonly bring: () => Promise<T>) {}

  load(): Promise<T> {
    return (this.#loading ??= this.#load());
  }

  async #load(): Promise<T> {
    try {
      this.loaded = await this.bring();
      return this.loaded;
    } catch (cause) {
      this.#loading = undefined;
      throw cause;
    }
  }
}
