import { givenIn } from '../api/address.ts'
import type { paths } from '../api/types.d.ts'

export type Query = NonNullable<paths['/v1/cases']['get']['parameters']['query']>

/** Whose cases are shown. */
export const SCOPES = ['desk', 'mine', 'unassigned', 'waiting', 'all'] as const
export type Scope = (typeof SCOPES)[number]

/** What of the address bar asks for cases. Another page may link here with them. */
export const FILTERS = [
  ...(['scope', 'level', 'signature', 'state', 'district', 'supplyUnit', 'overdue'] as const),
  ...(['text', 'sort', 'order'] as const),
]

/** The question of an address; one's own and unassigned cases unless it says otherwise. */
export const queryOf = (address: URLSearchParams): Query => {
  const { scope = 'desk', ...given } = givenIn(address, FILTERS)
  return {
    ...(scope === 'all' ? {} : { inbox: 'true' as const }),
    ...(scope === 'desk' ? { desk: 'true' as const } : {}),
    ...(scope === 'mine' ? { mine: 'true' as const } : {}),
    ...(scope === 'unassigned' ? { unassigned: 'true' as const } : {}),
    ...(given as object),
  } as Query
}
