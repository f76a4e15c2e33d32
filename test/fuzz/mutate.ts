import { gzipSync } from 'node:zlib'
import { unzip, zip } from '../support/zip.ts'
import type { Draw } from './draw.ts'
import { LINES, WORDS } from './words.ts'

type Mutation = (bytes: Buffer, draw: Draw, other: Buffer) => Buffer

const MOST_BYTES = 400_000

const place = ({ length }: Buffer, draw: Draw): number => draw.whole(0, length + 1)

const replaced = (bytes: Buffer, from: number, to: number, fresh: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, from), fresh, bytes.subarray(to)])

/** A stretch of the bytes, short ones as likely as long ones. */
const stretch = (bytes: Buffer, draw: Draw): [number, number] => {
  const from = place(bytes, draw)
  return [from, Math.min(bytes.length, from + draw.size(bytes.length + 1))]
}

const noise = (draw: Draw): Buffer =>
  Buffer.from(Array.from({ length: draw.size(200) }, () => draw.whole(0, 256)))

const flip: Mutation = (bytes, draw) => {
  const fresh = Buffer.from(bytes)
  for (let left = draw.size(20); left > 0 && fresh.length > 0; left--) {
    fresh[draw.whole(0, fresh.length)]! ^= 1 << draw.whole(0, 8)
  }
  return fresh
}

const insert: Mutation = (bytes, draw) => {
  const at = place(bytes, draw)
  return replaced(bytes, at, at, noise(draw))
}

const remove: Mutation = (bytes, draw) => replaced(bytes, ...stretch(bytes, draw), Buffer.alloc(0))

const cut: Mutation = (bytes, draw) => bytes.subarray(0, place(bytes, draw))

const double: Mutation = (bytes, draw) => {
  const [from, to] = stretch(bytes, draw)
  const times = draw.size(Math.max(1, Math.min(5_000, MOST_BYTES / (to - from + 1))))
  return replaced(bytes, to, to, Buffer.concat(Array(times).fill(bytes.subarray(from, to))))
}

const splice: Mutation = (bytes, draw, other) =>
  Buffer.concat([bytes.subarray(0, place(bytes, draw)), other.subarray(place(other, draw))])

const otherEncoding: Mutation = (bytes, draw) => {
  const text = new TextDecoder(draw.pick(['utf-8', 'gb18030', 'utf-16le'])).decode(bytes)
  const fresh = Buffer.from(text, draw.pick(['utf8', 'utf16le', 'latin1'] as const))
  const mark = draw.pick(['', '', 'fffe', 'feff', 'efbbbf'])
  return Buffer.concat([Buffer.from(mark, 'hex'), fresh])
}

/** Cells, values and times of the text; latin1 keeps every byte. */
const TOKEN = /[^,;\t"{}[\]:\r\n<>]+/g

const otherWord: Mutation = (bytes, draw) => {
  const tokens = [...bytes.toString('latin1').matchAll(TOKEN)]
  if (tokens.length === 0) return bytes
  const { index, 0: token } = draw.pick(tokens)
  return replaced(bytes, index, index + token.length, Buffer.from(draw.pick(WORDS)))
}

const hardLine: Mutation = (bytes, draw) => {
  const ends = [...bytes.toString('latin1').matchAll(/\n/g)].map(({ index }) => index + 1)
  const at = draw.pick([0, ...ends, bytes.length])
  return replaced(bytes, at, at, Buffer.from(`${draw.pick(LINES)()}\n`))
}

const manyLines: Mutation = (bytes, draw) => {
  const text = bytes.toString('latin1')
  const body = text.slice(text.indexOf('\n') + 1)
  const times = draw.size(Math.max(1, Math.min(3_000, MOST_BYTES / (body.length + 1))))
  return Buffer.concat([bytes, Buffer.from(body.repeat(times), 'latin1')])
}

const gzipped: Mutation = (bytes, draw) => {
  const packed = gzipSync(bytes, { level: 1 })
  return draw.chance(0.3) ? Buffer.concat([packed, draw.chance(0.5) ? packed : noise(draw)]) : packed
}

const HEADS = ['1f8b', '1f8b0800', '1f8b08ff', '504b0304', 'd0cf11e0', 'fffe', 'feff', 'efbbbf', '00000000']

const otherHead: Mutation = (bytes, draw) => {
  const head = Buffer.from(draw.pick(HEADS), 'hex')
  return replaced(bytes, 0, draw.chance(0.5) ? head.length : 0, head)
}

const ANY: readonly Mutation[] = [
  flip,
  flip,
  insert,
  remove,
  remove,
  cut,
  double,
  splice,
  otherEncoding,
  otherWord,
  otherWord,
  otherWord,
  otherWord,
  hardLine,
  manyLines,
  gzipped,
  otherHead,
]

/** What mostly leaves XML readable */
const INSIDE: readonly Mutation[] = [
  flip,
  remove,
  double,
  otherWord,
  otherWord,
  otherWord,
  otherWord,
  otherWord,
]

/** Bytes after some mutations in a row, kept to some hundred kilobytes. */
export const mutated = (bytes: Buffer, draw: Draw, other: Buffer): Buffer => {
  let fresh = bytes
  for (let left = draw.size(8); left > 0; left--) {
    fresh = draw.pick(ANY)(fresh, draw, other).subarray(0, MOST_BYTES)
  }
  return fresh
}

/** The same, but the line that names the columns stays whole: without it nothing is taken. */
export const mutatedBelow = (bytes: Buffer, draw: Draw, other: Buffer): Buffer => {
  const end = bytes.indexOf('\n') + 1
  return Buffer.concat([bytes.subarray(0, end), mutated(bytes.subarray(end), draw, other)])
}

/** A workbook with some of its XML mutated and packed anew, so that the mutations are reached. */
export const mutatedWorkbook = (workbook: Buffer, draw: Draw): Buffer => {
  const files = unzip(workbook)
  const names = [...files.keys()].filter(name => /sheet|shared|styles|workbook/.test(name))
  for (let left = draw.size(3); left > 0; left--) {
    const name = draw.pick(names)
    const body = files.get(name)!
    files.set(name, draw.pick(INSIDE)(body, draw, body).subarray(0, MOST_BYTES))
  }
  const whole = zip(files)
  return draw.chance(0.1) ? flip(whole, draw, whole) : whole
}
