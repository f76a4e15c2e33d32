/** Something came out of an importer that must never come out. */
export class Broken extends Error {
  override name = 'Broken'
}

export const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Broken(what)
}
