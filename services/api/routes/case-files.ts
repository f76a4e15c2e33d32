import { createHash } from 'node:crypto'
import { CaseId } from '../../../schemas/api.ts'
import { FileAnswer, FileId, FileList, FileQuery, WithdrawBody } from '../../../schemas/case-file.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { findFile, listFiles, readFileContent } from '../../cases/index.ts'
import { accountAsking } from '../authenticate.ts'
import { leadMeant, leadNamed } from '../case-named.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { uploadOf } from '../file-upload.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'

const UPLOAD = `The body is the file: PDF, JPEG, PNG, WebP, HEIC, MP4, CSV, TXT, DOCX or XLSX, 20 MB at most; its bytes must
be what the ending of its name says. Its hash goes into the audit chain of the case. Analyst, reviewer or district.`

/** The route whose body is read as a stream. */
export const caseUploadRoutes = (api: Api, { db, engine }: ApiDeps): void => {
  api.post(
    '/v1/cases/:id/files',
    {
      config: { ability: 'cases.act' },
      schema: {
        tags: ['cases'],
        summary: 'Add a file to a case',
        description: UPLOAD,
        params: CaseId,
        querystring: FileQuery,
        response: { 201: FileAnswer },
      },
    },
    async (request, reply) => {
      const actor = accountAsking(request)
      const key = keyOf(request)
      const { name, note, shared } = request.query
      const caseId = await leadMeant(db, actor, request.params.id)
      const { content, mediaType } = await uploadOf(request, name)
      const sha256 = createHash('sha256').update(content).digest('hex')
      const body = { caseId, name, note, shared, mediaType, sha256, content }
      return reply.status(201).send(granted(await engine.carryOut({ name: 'file', body, actor, key })))
    },
  )
}

export const caseFileRoutes = (api: Api, { db, engine }: ApiDeps): void => {
  api.get(
    '/v1/cases/:id/files',
    {
      config: { ability: 'cases.read' },
      schema: {
        tags: ['cases'],
        summary: 'The files of a case and of its members; the view is on record',
        params: CaseId,
        response: { 200: FileList },
      },
    },
    async request => {
      const account = accountAsking(request)
      const id = await leadNamed(db, account, request.params.id)
      await engine.noteView(id, account.name)
      return { files: await listFiles(db, account, id) }
    },
  )
  api.get(
    '/v1/cases/:id/files/:fileId',
    {
      config: { ability: 'cases.read' },
      schema: {
        tags: ['cases'],
        summary: 'Download a file of a case; the view is on record',
        params: FileId,
        produces: ['application/octet-stream'],
      },
    },
    async (request, reply) => {
      const account = accountAsking(request)
      const id = await leadNamed(db, account, request.params.id)
      const found = await findFile(db, account, id, request.params.fileId)
      if (!found) throw new ProblemError('not-found', `The case has no file ${request.params.fileId}.`)
      const { file } = found
      await engine.noteView(file.caseId, account.name)
      const { buffer, byteOffset, byteLength } = await readFileContent(db, file.id)
      return reply
        .headers({
          'content-type': file.mediaType,
          'content-disposition': attachment(file.name),
          'x-content-type-options': 'nosniff',
          'content-security-policy': "sandbox; default-src 'none'",
          'cache-control': 'private, no-store',
        })
        .send(Buffer.from(buffer, byteOffset, byteLength))
    },
  )
  api.post(
    '/v1/cases/:id/files/:fileId/withdraw',
    {
      config: { ability: 'cases.act' },
      schema: {
        tags: ['cases'],
        summary: 'Withdraw a file: it is kept, and districts see it no more',
        params: FileId,
        body: WithdrawBody,
        response: { 200: FileAnswer },
      },
    },
    async request => {
      const actor = accountAsking(request)
      const { id, fileId } = request.params
      const body = { caseId: await leadMeant(db, actor, id), fileId, ...request.body }
      return granted(await engine.carryOut({ name: 'withdraw-file', body, actor, key: keyOf(request) }))
    },
  )
}

/** To be saved under its own name, and shown by no browser (RFC 6266, RFC 5987). */
const attachment = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, mark => `%${mark.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
