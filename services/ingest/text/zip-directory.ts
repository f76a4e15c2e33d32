const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
/** An entry's size that stands elsewhere, in a zip of over 4 GB. */
const ELSEWHERE = 0xffffffff

/**
 * Bytes that the XML in a zip says it unpacks to, by its directory; infinite when it does not say; undefined when
 * the zip has no whole directory at its end.
 */
export const unpackedXmlBytes = (zip: Buffer): number | undefined => {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END_OF_DIRECTORY) return undefined
  let at = zip.readUInt32LE(end + 16)
  let bytes = 0
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) return undefined
    const size = zip.readUInt32LE(at + 24)
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
    const name = zip.toString('latin1', at + 46, nameEnd)
    if (/\.xml(\.rels)?$/.test(name)) bytes += size === ELSEWHERE ? Number.POSITIVE_INFINITY : size
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return bytes
}
