const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
/** An entry's size that stands elsewhere, in a zip of over 4 GB. */
const ELSEWHERE = 0xffffffff
const DEFLATED = 8

/** A file in a zip, as its directory tells. */
export interface ZipEntry {
  readonly name: string
  /** What it says it unpacks to, bytes; infinite when it does not say */
  readonly size: number
  readonly packed: Buffer
  readonly isDeflated: boolean
}

/** The files in a zip; undefined when it has no whole directory at its end. */
export const zipEntries = (zip: Buffer): ZipEntry[] | undefined => {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END_OF_DIRECTORY) return undefined
  let at = zip.readUInt32LE(end + 16)
  const entries: ZipEntry[] = []
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) return undefined
    const size = zip.readUInt32LE(at + 24)
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    if (local + 30 > zip.length) return undefined
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    entries.push({
      name: zip.toString('latin1', at + 46, nameEnd),
      size: size === ELSEWHERE ? Number.POSITIVE_INFINITY : size,
      packed: zip.subarray(start, start + zip.readUInt32LE(at + 20)),
      isDeflated: zip.readUInt16LE(at + 10) === DEFLATED,
    })
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}
