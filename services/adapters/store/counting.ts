import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import type { Tables } from './port.ts'

/** Whether a row of `charge_outcome` counts: it was not undone, and its case not reopened since. */
export const isCounting = <T extends keyof Tables>(
  eb: ExpressionBuilder<Tables, T | 'charge_outcome'>,
): ExpressionWrapper<Tables, T, SqlBool> => {
  const { not, exists, selectFrom } = eb as unknown as ExpressionBuilder<Tables, 'charge_outcome'>
  const lapsed = selectFrom('lapsed_outcome')
    .select('lapsed_outcome.sequence')
    .whereRef('lapsed_outcome.case_id', '=', 'charge_outcome.case_id')
    .whereRef('lapsed_outcome.signature', '=', 'charge_outcome.signature')
    .whereRef('lapsed_outcome.sequence', '=', 'charge_outcome.sequence')
  return not(exists(lapsed)) as unknown as ExpressionWrapper<Tables, T, SqlBool>
}
