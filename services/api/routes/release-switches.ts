import { SwitchAnswer, SwitchBody, SwitchList, SwitchPlace } from '../../../schemas/release-switch.ts'
import { listSwitches } from '../../releases/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'

const tags = ['release switches']

const SWITCH = `While it is on, a case whose highest charge has this level is released as soon as an analyst submits it, without a
reviewer. Off by default; every change and every such release is on record.`

export const releaseSwitchRoutes = (api: Api, { db, engine }: ApiDeps): void => {
  api.get(
    '/v1/release-switches',
    {
      config: { ability: 'switches.read' },
      schema: {
        tags,
        summary: 'Automatic release by district and level: as it is, and as it was set',
        response: { 200: SwitchList },
      },
    },
    () => listSwitches(db),
  )
  api.put(
    '/v1/release-switches/:district/:level',
    {
      config: { ability: 'switches.write' },
      schema: {
        tags,
        summary: 'Switch automatic release of a district and level on or off (operator)',
        description: SWITCH,
        params: SwitchPlace,
        body: SwitchBody,
        response: { 200: SwitchAnswer },
      },
    },
    async request => {
      const body = { ...request.params, ...request.body }
      const actor = accountAsking(request)
      return granted(await engine.carryOut({ name: 'switch', body, actor, key: keyOf(request) }))
    },
  )
}
