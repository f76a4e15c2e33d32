import { once } from 'node:events'
import { createGunzip } from 'node:zlib'

/**
 * Unpacks gzip. Of a stream that is cut or damaged everything readable comes out first, and only then is the
 * error of zlib (code `Z_…`) thrown; a plain pipe would drop what it had unpacked but not yet handed on.
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
      await new Promise<void>(resolve => {
        release = resolve
        inflate.write(chunk, () => resolve())
      })
      yield* unpacked.splice(0)
      if (failures[0]) throw failures[0]
    }
    const ended = once(inflate, 'end').catch(() => {})
    inflate.end()
    await ended
    yield* unpacked.splice(0)
    if (failures[0]) throw failures[0]
  } finally {
    inflate.destroy()
  }
}
