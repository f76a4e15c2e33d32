import type { AlertOf, PayloadType } from '../../schemas/alert.ts'
import type { Case } from '../../schemas/case.ts'

/** A case as a district is told of it. */
export interface Released extends Case {
  /** Of a member the number of its lead, where its district may know that */
  readonly leadNumber?: string | null
  /** Whether the customer is a person or sole trader; by its name alone unless told */
  readonly isPersonal?: boolean
}

type Data<T extends PayloadType> = AlertOf<T>['data']

/** What a district is told of a case, apart from the case itself. */
export type Telling =
  | { readonly type: 'case.reported' }
  | ({ readonly type: 'case.updated' } & Pick<Data<'case.updated'>, 'replaces' | 'reason'>)
  | ({ readonly type: 'case.withdrawn' } & Pick<Data<'case.withdrawn'>, 'withdraws' | 'reason' | 'cause'>)
  | ({ readonly type: 'case.closed' } & Pick<Data<'case.closed'>, 'outcomes'>)
  | ({ readonly type: 'tier.decided' } & Pick<Data<'tier.decided'>, 'document' | 'entry'>)

export const REPORTED = { type: 'case.reported' } as const satisfies Telling
