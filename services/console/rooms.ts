import type { Me } from './api/client.ts'
import type { Words } from './words/index.tsx'

type Ability = Me['abilities'][number]

/** A room of the console: where it is, what it is called, and who may enter. */
export interface Room {
  readonly path: string
  readonly name: keyof Words & string
  readonly isOpenTo: (me: Me) => boolean
}

const has =
  (ability: Ability) =>
  ({ abilities }: Me): boolean =>
    abilities.includes(ability)
const isOutside = ({ account: { role } }: Me): boolean => role === 'district' || role === 'pricing'

/** In the order of the menu; the first that is open is where somebody begins. */
export const ROOMS: readonly Room[] = [
  { path: '/inbox', name: 'inbox', isOpenTo: me => has('cases.read')(me) && !isOutside(me) },
  { path: '/district', name: 'district', isOpenTo: me => me.account.role === 'district' },
  { path: '/supervision', name: 'supervision', isOpenTo: me => has('cases.read')(me) && !isOutside(me) },
  { path: '/pricing', name: 'pricing', isOpenTo: has('pricing.read') },
  { path: '/operation', name: 'operation', isOpenTo: me => has('status.read')(me) && !isOutside(me) },
  { path: '/endpoints', name: 'endpoints', isOpenTo: has('alerts.read') },
  { path: '/accounts', name: 'accounts', isOpenTo: has('accounts.read') },
  { path: '/audit', name: 'audit', isOpenTo: has('audit.read') },
]
