import { once } from 'node:events'
import { createGunzip } from 'node:zlib'

/** Gzip packs up to a thousandfold: pieces of this size bound what is unpacked at once to 16 MB. */
const PIECE_BYTES = 16 * 1024

/** What was to be unpacked is no gzip at all, or breaks off or is damaged on the way. */
export class GzipError extends Error {
  override name = 'GzipError'
  readonly isGzip: boolean
  constructor(cause: Error) {
    super(cause.message, { cause })
    this.isGzip = cause.message !== 'incorrect header check'
  }
}

/**
 * Unpacks gzip. Of a stream that is cut or damaged everything readable comes out first, and only then is the
 * GzipError thrown; a plain pipe would drop what it had unpacked but not yet handed on.
 */
export async function* gunzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflate = createGunzip()
  const unpacked: Uint8Array[] = []
  const failures: Error[] = []
  inflate.on('data', (chunk: Uint8Array) => unpacked.push(chunk))
  let release = () => {}
  inflate.on('error', error => {
    failures.push(error)
    release() // zlib does not call back for the write that failed
  })
  try {
    for await (const chunk of bytes) {
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        await new Promise<void>(resolve => {
          release = resolve
          inflate.write(chunk.subarray(at, at + PIECE_BYTES), () => resolve())
        })
        yield* unpacked.splice(0)
        if (failures[0]) throw new GzipError(failures[0])
      }
    }
    const ended = once(inflate, 'end').catch(() => {})
    inflate.end()
    await ended
    yield* unpacked.splice(0)
    if (failures[0]) throw new GzipError(failures[0])
  } finally {
    inflate.destroy()
  }
}
