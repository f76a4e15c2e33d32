import type { Reject } from '../../schemas/outcome.ts'
import type { ImportProfile } from '../../schemas/profile.ts'

/** How a rejected line is to be read when it is taken in again. */
export interface Layout {
  /** The line that names the columns; null: the line is NDJSON */
  readonly header: string | null
  readonly profile: ImportProfile
}

/** A reject with what is needed to take its `raw` in again: `header` and `raw` as two lines, under `profile`. */
export type BookedReject = Reject & { readonly layout: Layout }
