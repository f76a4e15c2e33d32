import type { FastifyRequest } from 'fastify'
import type { FileMediaType } from '../../schemas/case-file.ts'
import { ProblemError } from '../../schemas/problem.ts'
import { mediaTypeFound } from '../cases/index.ts'
import { isCut } from '../imports/index.ts'
import { bytesOf, mediaTypeOf } from './body.ts'

const MOST_BYTES = 20_000_000

/** A file as it came, whole and of a type that is taken. */
export interface Upload {
  readonly content: Uint8Array
  readonly mediaType: FileMediaType
}

/** Reads the body of a request as one file of that name. Throws ProblemError when it is none that can be kept. */
export const uploadOf = async (request: FastifyRequest, name: string): Promise<Upload> => {
  if (request.headers['content-encoding'] !== undefined || mediaTypeOf(request) === 'multipart/form-data') {
    throw new ProblemError(
      'unsupported-media-type',
      'Send the bytes of the file alone and unpacked as the body, not a form (curl: --data-binary @file).',
    )
  }
  const content = await wholeBody(request)
  if (content.length === 0)
    throw new ProblemError('bad-request', 'The body is empty: send the file itself as the body.')
  const mediaType = mediaTypeFound(name, content)
  const declared = mediaTypeOf(request)
  if (mediaType === undefined || (OUTRIGHT.test(declared) && declared !== mediaType)) {
    throw new ProblemError(
      'unsupported-media-type',
      'Files are PDF, JPEG, PNG, WebP, HEIC, MP4, CSV, TXT, DOCX or XLSX without macros, named by their ending: the bytes of this one are not what its name or its media type says.',
    )
  }
  return { content, mediaType }
}

/** What clients send of themselves says nothing: application/octet-stream, application/x-www-form-urlencoded. */
const OUTRIGHT =
  /^(image|video|audio|text|font|model)\/|^application\/(pdf|vnd\.|xhtml|xml|javascript|x-sh|x-ms)/

const wholeBody = async (request: FastifyRequest): Promise<Uint8Array> => {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw tooLarge()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of bytesOf(request)) {
      length += chunk.length
      if (length > MOST_BYTES) throw tooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    if (!isCut(error as Error)) throw error
    throw new ProblemError(
      'bad-request',
      'The upload broke off, and nothing of it is kept: send the file again.',
    )
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

const tooLarge = (): ProblemError =>
  new ProblemError(
    'too-large',
    `A file has ${MOST_BYTES / 1_000_000} MB at most: send a smaller one, or parts of it.`,
  )
