import { unzipSync } from 'fflate'
import type { FileMediaType } from '../../schemas/case-file.ts'

/** Whether bytes are what the ending of their name says. */
type Proof = (bytes: Uint8Array) => boolean

const startsWith =
  (...magic: readonly number[]): Proof =>
  bytes =>
    magic.every((byte, i) => bytes[i] === byte)

const letters = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))

const isPdf: Proof = bytes => letters(bytes, 0, 5) === '%PDF-'
const isJpeg = startsWith(0xff, 0xd8, 0xff)
const isPng = startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const isWebp: Proof = bytes => letters(bytes, 0, 4) === 'RIFF' && letters(bytes, 8, 12) === 'WEBP'

/** ISO base media (ISO/IEC 14496-12): the brand stands behind "ftyp" */
const hasBrand =
  (...brands: readonly string[]): Proof =>
  bytes =>
    letters(bytes, 4, 8) === 'ftyp' && brands.includes(letters(bytes, 8, 12))
const isHeic = hasBrand('heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1')
const isMp4 = hasBrand('isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'MSNV')

/** Office Open XML (ECMA-376) without macros: the names in the archive say which, nothing is unpacked. */
const holdsPart =
  (part: string): Proof =>
  bytes => {
    if (letters(bytes, 0, 4) !== 'PK\x03\x04') return false
    const names = namesIn(bytes)
    return names.includes('[Content_Types].xml') && names.includes(part) && !names.some(isMacro)
  }

const isMacro = (name: string): boolean => /vbaproject\.bin$/i.test(name)

const namesIn = (bytes: Uint8Array): string[] => {
  const names: string[] = []
  try {
    unzipSync(bytes, { filter: ({ name }) => names.push(name) < 0 })
  } catch {
    return []
  }
  return names
}

/** Control characters besides tab, line feed, form feed and carriage return stand in no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\x00-\x08\x0b\x0e-\x1f\x7f]/
/** Markup (HTML, SVG, XML) and scripts are no plain text, whatever they are called. */
const MARKUP_OR_SCRIPT = /^\s*(<[!?a-z/]|#!)/i

const isText: Proof = bytes => {
  const text = decoded(bytes)
  return text !== undefined && !CONTROL.test(text) && !MARKUP_OR_SCRIPT.test(text)
}

const decoded = (bytes: Uint8Array): string | undefined => {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next one may fit.
    }
  }
  return undefined
}

interface Kind {
  readonly mediaType: FileMediaType
  readonly isSuch: Proof
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const JPEG: Kind = { mediaType: 'image/jpeg', isSuch: isJpeg }

/** By the ending of the name. */
const KINDS: Readonly<Record<string, Kind>> = {
  pdf: { mediaType: 'application/pdf', isSuch: isPdf },
  jpg: JPEG,
  jpeg: JPEG,
  png: { mediaType: 'image/png', isSuch: isPng },
  webp: { mediaType: 'image/webp', isSuch: isWebp },
  heic: { mediaType: 'image/heic', isSuch: isHeic },
  mp4: { mediaType: 'video/mp4', isSuch: isMp4 },
  csv: { mediaType: 'text/csv', isSuch: isText },
  txt: { mediaType: 'text/plain', isSuch: isText },
  docx: { mediaType: WORD, isSuch: holdsPart('word/document.xml') },
  xlsx: { mediaType: SHEET, isSuch: holdsPart('xl/workbook.xml') },
}

/** The media type of a file by its bytes; undefined when they are not what its name says, or of none that is taken. */
export const mediaTypeFound = (name: string, bytes: Uint8Array): FileMediaType | undefined => {
  const [, ending = ''] = /\.([a-z0-9]+)$/i.exec(name) ?? []
  const kind = Object.hasOwn(KINDS, ending.toLowerCase()) ? KINDS[ending.toLowerCase()] : undefined
  return kind?.isSuch(bytes) ? kind.mediaType : undefined
}
