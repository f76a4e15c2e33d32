import { z } from 'zod'
import { Alert, PAYLOAD_VERSION, PayloadType } from '../../../schemas/alert.ts'
import { ALERT_EXAMPLES } from '../../../schemas/alert-examples.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import type { Api } from '../deps.ts'

/** Of what webhooks of this version send; the address stays when another version comes. */
const PLACE = `/schemas/alert/v${PAYLOAD_VERSION}`

const HIDDEN = { schema: { hide: true } }

const CONTRACT = JSON.stringify({
  ...z.toJSONSchema(Alert, { io: 'input' }),
  $id: `${PLACE}/schema.json`,
  examples: Object.values(ALERT_EXAMPLES),
})

/** The contract of webhook bodies and one example of each type, for whoever builds a receiver and has no account. */
export const alertSchemaRoutes = (api: Api): void => {
  api.get(`${PLACE}/schema.json`, HIDDEN, (_request, reply) =>
    reply.type('application/schema+json').send(CONTRACT),
  )
  api.get(`${PLACE}/examples/:name`, HIDDEN, request => {
    const { name } = request.params as { name: string }
    const type = PayloadType.safeParse(name.replace(/\.json$/, ''))
    if (type.success) return ALERT_EXAMPLES[type.data]
    const known = PayloadType.options.map(one => `${one}.json`).join(', ')
    throw new ProblemError('not-found', `There is no example ${name}: ask for one of ${known}.`)
  })
}
