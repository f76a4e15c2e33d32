import { createGunzip } from 'node:zlib'

/** Gzip packs up to a thousandfold: pieces of this size bound what is unpacked at once to 16 MB. */
const PIECE_BYTES = 16 * 1024

/** What was to be unpacked breaks off or is damaged on the way. */
export class GzipError extends Error {
  override name = 'GzipError'
  constructor(cause: Error) {
    super(cause.message, { cause })
  }
}

/**
 * Unpacks gzip: one file or several joined, and whatever zeros fill it up. Of a stream that is cut or damaged
 * everything readable comes out first, and only then is the GzipError thrown; a plain pipe would drop what it had
 * unpacked but not yet handed on.
 */
export async function* gunzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const inflate = createGunzip()
  const unpacked: Uint8Array[] = []
  let failure: Error | undefined
  let isEnded = false
  let release = () => {}
  inflate.on('data', (chunk: Uint8Array) => unpacked.push(chunk))
  // zlib does not call back for the write that failed, nor for one with what is behind the end.
  inflate.on('error', error => {
    failure = error
    release()
  })
  inflate.on('end', () => {
    isEnded = true
    release()
  })
  /** Hands on what `feed` unpacks; it is done when it calls back, or at an error, or at the end. */
  async function* unpack(feed: (done: () => void) => void): AsyncGenerator<Uint8Array> {
    await new Promise<void>(resolve => {
      release = resolve
      feed(resolve)
    })
    yield* unpacked.splice(0)
    if (failure) throw new GzipError(failure)
  }
  try {
    for await (const chunk of bytes) {
      for (let at = 0; at < chunk.length && !isEnded; at += PIECE_BYTES) {
        yield* unpack(done => inflate.write(chunk.subarray(at, at + PIECE_BYTES), () => done()))
      }
    }
    if (!isEnded) yield* unpack(() => inflate.end())
  } finally {
    inflate.destroy()
  }
}
