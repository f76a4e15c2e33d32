import { setImmediate as turn } from 'node:timers/promises'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Db, Tables } from '../adapters/store/index.ts'
import type { Link } from './link.ts'

const LINKS_PER_PAGE = 500

/** Which links are meant. */
export type Meant = (eb: ExpressionBuilder<Tables, 'audit'>) => Expression<SqlBool>

/** Links by chain and sequence, page by page; between two pages others have their turn. */
export async function* pagesOfLinks(db: Db, meant: Meant): AsyncGenerator<Link[]> {
  for (let last: Link | undefined; ; ) {
    let query = db
      .selectFrom('audit')
      .selectAll()
      .where(meant)
      .orderBy('case_id')
      .orderBy('sequence')
      .limit(LINKS_PER_PAGE)
    if (last) {
      const { case_id, sequence } = last
      query = query.where(eb => eb(eb.refTuple('case_id', 'sequence'), '>', eb.tuple(case_id, sequence)))
    }
    const page = await query.execute()
    if (page.length > 0) yield page
    if (page.length < LINKS_PER_PAGE) return
    last = page.at(-1)
    await turn()
  }
}
