/** Rows, counted from 1, that have the key of an earlier one, with the row of the first that has it. */
export const repeated = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => readonly unknown[],
): { readonly row: number; readonly first: number }[] => {
  const firstRow = new Map<string, number>()
  return rows.flatMap((value, i) => {
    const key = JSON.stringify(keyOf(value))
    const first = firstRow.get(key)
    if (first === undefined) firstRow.set(key, i + 1)
    return first === undefined ? [] : [{ row: i + 1, first }]
  })
}
