export { GRANTS, may } from './abilities.ts'
export { type Place, pointsWithin, sees, seesCase, seesPoint, type Wall, wallOf, withinWall } from './wall.ts'
