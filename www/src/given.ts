/** What a page gives as bytes or as a file. */

export const bytesOf = async (given: Uint8Array | Blob): Promise<Uint8Array> =>
  given instanceof Blob ? new Uint8Array(await given.arrayBuffer()) : given;
