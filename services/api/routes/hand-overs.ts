import {
  HandOverAnswer,
  HandOverBody,
  HandOverFileQuery,
  type HandOverFormat,
  HandOverId,
  HandOverPage,
  HandOverQuery,
  HandOverReceiptBody,
  KeyAnswer,
  KeyBody,
  KeySet,
} from '../../../schemas/hand-over.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { listHandOvers, listKeys, readHandOver } from '../../hand-over/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'

const tags = ['hand-over']
const path = '/v1/pricing/hand-overs'
const TYPES: Readonly<Record<HandOverFormat, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
}

/** Which keys sign: asked without a sign-in, as whoever received a file verifies it. */
export const keyRoutes = (api: Api, { db }: ApiDeps): void => {
  api.get(
    '/v1/pricing/keys',
    {
      schema: {
        tags,
        summary: 'The public keys that hand-overs are signed with, as a JWK set; no sign-in needed',
        security: [],
        response: { 200: KeySet },
      },
    },
    async () => ({ keys: await listKeys(db) }),
  )
}

export const handOverRoutes = (api: Api, deps: ApiDeps): void => {
  const { engine } = deps
  api.post(
    path,
    {
      config: { ability: 'pricing.write' },
      schema: {
        tags,
        summary: 'Make the signed list of a period for the billing of the grid company, of what is released',
        body: HandOverBody,
        response: { 200: HandOverAnswer },
      },
    },
    async request => {
      const actor = accountAsking(request)
      const { body } = request
      return granted(await engine.carryOut({ name: 'hand-over', body, actor, key: keyOf(request) }))
    },
  )
  api.post(
    `${path}/:id/received`,
    {
      config: { ability: 'hand-overs.act' },
      schema: {
        tags,
        summary: 'Receive a hand-over, by the SHA-256 of the file that arrived (grid company)',
        params: HandOverId,
        body: HandOverReceiptBody,
        response: { 200: HandOverAnswer },
      },
    },
    async request => {
      const actor = accountAsking(request)
      const body = { id: request.params.id, ...request.body }
      return granted(await engine.carryOut({ name: 'receive-hand-over', body, actor, key: keyOf(request) }))
    },
  )
  api.post(
    '/v1/pricing/keys',
    {
      config: { ability: 'keys.write' },
      schema: {
        tags,
        summary: 'Sign with another key from now on (operator); old public keys stay',
        body: KeyBody,
        response: { 200: KeyAnswer },
      },
    },
    async request => {
      const actor = accountAsking(request)
      const { body } = request
      return granted(await engine.carryOut({ name: 'rotate-key', body, actor, key: keyOf(request) }))
    },
  )
  readRoutes(api, deps)
}

const readRoutes = (api: Api, { db, engine }: ApiDeps): void => {
  const config = { ability: 'hand-overs.read' } as const
  api.get(
    path,
    {
      config,
      schema: { tags, summary: 'Hand-overs', querystring: HandOverQuery, response: { 200: HandOverPage } },
    },
    async ({ query }) => {
      const handOvers = await listHandOvers(db, query)
      return { handOvers, next: handOvers.length === query.limit ? handOvers.at(-1)!.id : null }
    },
  )
  const read = async (id: string, format: HandOverFormat) => {
    const found = await readHandOver(db, id, format)
    if (!found) throw new ProblemError('not-found', `There is no hand-over ${id}.`)
    return found
  }
  api.get(
    `${path}/:id/file`,
    {
      config,
      schema: {
        tags,
        summary: 'The file of a hand-over, to the byte as it was signed; who takes it is on record',
        produces: ['application/json', 'text/csv'],
        params: HandOverId,
        querystring: HandOverFileQuery,
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { format } = request.query
      const { bytes } = await read(id, format)
      const body = { list: 'hand-over', format, filters: { id } }
      granted(await engine.carryOut({ name: 'export', body, actor: accountAsking(request) }))
      return reply
        .header('content-type', TYPES[format])
        .header('content-disposition', `attachment; filename="${id}.${format}"`)
        .send(Buffer.from(bytes))
    },
  )
  api.get(
    `${path}/:id/signature`,
    {
      config,
      schema: {
        tags,
        summary: 'The signature over that file: a JWS whose payload is left out (Ed25519)',
        produces: ['application/jose'],
        params: HandOverId,
        querystring: HandOverFileQuery,
      },
    },
    async (request, reply) => {
      const { signature } = await read(request.params.id, request.query.format)
      return reply.header('content-type', 'application/jose').send(`${signature}\n`)
    },
  )
}
