import {
  LetterAnswer,
  LetterBody,
  LetterId,
  LetterPage,
  LetterQuery,
  LetterReceiptBody,
  ReceiptAnswer,
} from '../../../schemas/letter.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { findLetter, listLetters, PAGE_POLICY, readLetter } from '../../letters/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'

const tags = ['letters']

const MAKE = `What a district was told, as a letter to be printed on A4 (用电异常情况告知函) with a list of the cases and a
receipt (回执) to be filled in: for offices without a system. It has a number of its own and is kept to the byte.
Reviewer.`

const RECEIPT = `What came back signed. Each case of the letter that waits for it is acknowledged by it, on behalf of the
district; of the others the answer says why they stay. Reviewer.`

/** Letters to offices without a system, and what comes back of them. */
export const letterRoutes = (api: Api, { db, engine }: ApiDeps): void => {
  api.get(
    '/v1/letters',
    {
      config: { ability: 'letters.read' },
      schema: {
        ...{ tags, summary: 'Letters that were made, with their receipts' },
        querystring: LetterQuery,
        response: { 200: LetterPage },
      },
    },
    async request => {
      const { query } = request
      const letters = await listLetters(db, accountAsking(request), query)
      return { letters, next: letters.length === query.limit ? letters.at(-1)!.id : null }
    },
  )
  api.get(
    '/v1/letters/:id/file',
    {
      config: { ability: 'letters.read' },
      schema: {
        ...{ tags, summary: 'A letter as it was made, to be printed' },
        params: LetterId,
        produces: ['text/html'],
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const letter = await findLetter(db, accountAsking(request), id)
      if (!letter) throw new ProblemError('not-found', `There is no letter ${id}.`)
      return reply
        .headers({
          'content-security-policy': `${PAGE_POLICY}; frame-ancestors 'none'`,
          'cache-control': 'no-store',
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
        })
        .type('text/html; charset=utf-8')
        .send(Buffer.from(await readLetter(db, id)))
    },
  )
  api.post(
    '/v1/letters',
    {
      config: { ability: 'letters.write' },
      schema: {
        ...{ tags, summary: 'Make a letter of what a district was told (reviewer)', description: MAKE },
        body: LetterBody,
        response: { 200: LetterAnswer },
      },
    },
    async request => {
      const actor = accountAsking(request)
      const { body } = request
      return granted(await engine.carryOut({ name: 'letter', body, actor, key: keyOf(request) }))
    },
  )
  api.post(
    '/v1/letters/:id/receipt',
    {
      config: { ability: 'letters.write' },
      schema: {
        ...{ tags, summary: 'Enter the signed receipt of a letter (reviewer)', description: RECEIPT },
        params: LetterId,
        body: LetterReceiptBody,
        response: { 200: ReceiptAnswer },
      },
    },
    async request => {
      const actor = accountAsking(request)
      const body = { id: request.params.id, ...request.body }
      return granted(await engine.carryOut({ name: 'letter-receipt', body, actor, key: keyOf(request) }))
    },
  )
}
