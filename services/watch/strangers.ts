import type { NewWatch } from '../../schemas/watch.ts'
import { NO_WALL, type Wall } from '../access/index.ts'
import type { RegistryView } from '../registry/index.ts'
import { placesSeen } from './seen.ts'

/** Who stands in the registry. */
export type Known = Pick<RegistryView, 'hasCustomer' | 'hasPoint' | 'entries'>

/** From behind a wall it is not told whether there is anybody of that name. */
const NOT_SEEN =
  'Not all that is named belongs to a supply unit that you see: name what does, or ask somebody who sees every one.'

/**
 * Why an entry would watch nobody: nothing but names that the registry does not have. With a transformer or an address
 * it watches whoever comes there. From behind a wall: why it names what is not seen. Undefined when it watches somebody.
 */
export const strangerIn = (watch: NewWatch, registry: Known, wall: Wall = NO_WALL): string | undefined => {
  if (wall.kind !== 'none') return placesSeen(wall, registry).holds(watch) ? undefined : NOT_SEEN
  const { customerId, pointId, transformerId, address } = watch
  const { hasCustomer, hasPoint } = registry
  if (transformerId !== '' || address !== '') return undefined
  if (hasCustomer(customerId) || hasPoint(pointId)) return undefined
  const names = [...(customerId ? [`customer ${customerId}`] : []), ...(pointId ? [`point ${pointId}`] : [])]
  return `The registry has no ${names.join(' and no ')}: name the address or the transformer too.`
}
