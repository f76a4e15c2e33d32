export { GRANTS, may } from './abilities.ts'
export { customersWithin } from './customers.ts'
export { pointsWithin } from './points.ts'
export {
  entryWithin,
  isOutside,
  NO_WALL,
  type Place,
  sees,
  seesCase,
  serviceWallOf,
  type Wall,
  wallOf,
  withinWall,
} from './wall.ts'
