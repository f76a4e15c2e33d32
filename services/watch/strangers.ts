import type { NewWatch } from '../../schemas/watch.ts'
import { NO_WALL, type Wall } from '../access/index.ts'
import type { RegistryView } from '../registry/index.ts'
import { placesSeen } from './seen.ts'

/** Who stands in the registry. */
export type Known = Pick<RegistryView, 'hasCustomer' | 'hasPoint' | 'entries'>

/** From behind a wall it is not told whether there is anybody of that name. */
const NOT_SEEN =
  'Not all that is named belongs to a supply unit that you see: name what does, or ask somebody who sees every one.'

/** Why an entry is not to be put on the watch, in a sentence; undefined when it may be. */
type Objection = (watch: NewWatch) => string | undefined

/**
 * What to object to entries: that one would watch nobody, with nothing but names that the registry does not have (with
 * a transformer or an address it watches whoever comes there), or from behind a wall that it names what is not seen.
 */
export const strangersTo = (registry: Known, wall: Wall = NO_WALL): Objection => {
  if (wall.kind === 'none') return watch => strangerIn(watch, registry)
  const seen = placesSeen(wall, registry)
  return watch => (seen.holds(watch) ? undefined : NOT_SEEN)
}

const strangerIn = (
  { customerId, pointId, transformerId, address }: NewWatch,
  { hasCustomer, hasPoint }: Known,
): string | undefined => {
  if (transformerId !== '' || address !== '') return undefined
  if (hasCustomer(customerId) || hasPoint(pointId)) return undefined
  const names = [...(customerId ? [`customer ${customerId}`] : []), ...(pointId ? [`point ${pointId}`] : [])]
  return `The registry has no ${names.join(' and no ')}: name the address or the transformer too.`
}
