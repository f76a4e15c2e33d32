import { type SqlBool, sql } from 'kysely'
import { dayStartMs, type EpochDay } from '../../schemas/day.ts'

/** What of the audit is looked at: everything, one chain, or the chains that have a link in a period of days. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'chain'; readonly id: string }
  | { readonly kind: 'period'; readonly from: EpochDay; readonly to: EpochDay }

/** Whether the chain that an SQL expression names is looked at, as a condition. */
export const inScope = (scope: Scope, chain: ReturnType<typeof sql>) => {
  switch (scope.kind) {
    case 'all':
      return sql<SqlBool>`1 = 1`
    case 'chain':
      return sql<SqlBool>`${chain} = ${scope.id}`
    case 'period':
      return sql<SqlBool>`${chain} in (select case_id from audit
        where at >= ${dayStartMs(scope.from)} and at < ${dayStartMs(scope.to + 1)})`
  }
}
