import { RoaringBitmap32, roaringLibraryInitialize } from 'roaring-wasm'

await roaringLibraryInitialize()

/** Reads a person cell; nothing gives the empty set. Dispose of it: it lives outside the garbage collector. */
export function unpackPersons(bytes: Buffer | undefined): RoaringBitmap32 {
  return bytes ? RoaringBitmap32.deserialize(bytes, 'portable') : new RoaringBitmap32()
}

/** Writes a person cell in Roaring's portable format (readable from any language) and disposes of the set. */
export function packPersons(set: RoaringBitmap32): Buffer {
  set.optimize()
  const bytes = Buffer.from(set.serialize('portable'))
  set.dispose()
  return bytes
}
