import { shanghaiText } from '../../schemas/day.ts'

/** null: an empty cell */
export type Cell = string | number | boolean | null

/** The language of the headings */
export type Language = 'zh' | 'en'

/** A column of a table: what stands over it, and what of a row stands in it. */
export interface Column<Row> {
  readonly zh: string
  readonly en: string
  readonly of: (row: Row) => Cell
}

export const headingsOf = (columns: readonly Column<never>[], language: Language): string[] =>
  columns.map(column => column[language])

export const cellsOf = <Row>(columns: readonly Column<Row>[], row: Row): Cell[] =>
  columns.map(({ of }) => of(row))

/** An instant as the plant's clock shows it, of any ISO text of it. */
export const instantCell = (text: string | null): Cell =>
  text === null ? null : shanghaiText(Date.parse(text))
