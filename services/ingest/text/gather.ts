/** The bytes of a stream as one buffer that shares its memory with nothing. Throws `tooLarge` beyond `atMost`. */
export const gather = async (
  bytes: AsyncIterable<Uint8Array>,
  atMost: number,
  tooLarge: () => Error,
): Promise<Buffer<ArrayBuffer>> => {
  const blocks: Uint8Array[] = []
  let length = 0
  for await (const block of bytes) {
    length += block.length
    if (length > atMost) throw tooLarge()
    blocks.push(block)
  }
  const whole = Buffer.from(new ArrayBuffer(length))
  let at = 0
  for (const block of blocks) {
    whole.set(block, at)
    at += block.length
  }
  return whole
}
