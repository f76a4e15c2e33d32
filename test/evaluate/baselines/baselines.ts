import { createRandom } from '../../../services/simulator/random.ts'
import type { Judged } from '../judged.ts'
import { quantileOf } from '../metrics/ranking.ts'
import type { Population } from '../population/population.ts'
import { type DayShape, dayShapes, SHAPE_NAMES } from './day-shape.ts'
import { growForest } from './isolation-forest.ts'

interface Scores {
  readonly furnace: number
  readonly mine: number
}

type Rule = (shapes: readonly DayShape[], valleyHours: number) => Scores

const medianOf = (shapes: readonly DayShape[], name: keyof DayShape): number =>
  shapes.length === 0
    ? 0
    : quantileOf(
        shapes.map(shape => shape[name]),
        0.5,
      )

/** A mine stands at its highest all day, a furnace seldom. */
const loadFactorRule: Rule = shapes => {
  const factor = medianOf(shapes, 'loadFactor')
  return { furnace: 1 - factor, mine: factor }
}

/** A furnace works in the cheap hours; a mine uses them as it uses all. */
const valleyShareRule: Rule = (shapes, valleyHours) => {
  const share = medianOf(shapes, 'valleyShare')
  return { furnace: share, mine: 1 - Math.abs(share - valleyHours / 24) }
}

const pointOf = (shape: DayShape): number[] => SHAPE_NAMES.map(name => shape[name])

const forestRule = (all: readonly (readonly DayShape[])[], seed: number): Rule => {
  const forest = growForest(all.flat().map(pointOf), createRandom(seed).fork('forest'))
  return shapes => {
    const odd =
      shapes.length === 0
        ? 0
        : quantileOf(
            shapes.map(shape => forest.score(pointOf(shape))),
            0.9,
          )
    return { furnace: odd, mine: odd }
  }
}

const randomRule = (seed: number): Rule => {
  const random = createRandom(seed).fork('random baseline')
  return () => ({ furnace: random.next(), mine: random.next() })
}

const nullRule: Rule = () => ({ furnace: 0, mine: 0 })

/** Plain rules over the same population, to stand beside the detectors. They score, and open no cases. */
export const judgeBaselines = ({ members, world, seed }: Population): ReadonlyMap<string, Judged[]> => {
  const tous = members.map(
    ({ meter }) => world.districts.find(({ code }) => code === meter.districtCode)!.tou,
  )
  const shapes = members.map((member, i) => dayShapes(member, tous[i]!))
  const rules: Readonly<Record<string, Rule>> = {
    null: nullRule,
    random: randomRule(seed),
    'load factor': loadFactorRule,
    'valley share': valleyShareRule,
    'isolation forest': forestRule(shapes, seed),
  }
  const judge = (rule: Rule): Judged[] =>
    members.map(({ kw: _, kvar: __, ...member }, i) => {
      const valleyHours = tous[i]!.valley.reduce((sum, [from, to]) => sum + to - from, 0)
      const { furnace, mine } = rule(shapes[i]!, valleyHours)
      return {
        member,
        verdicts: {
          'induction-furnace': { score: furnace, openedDay: null },
          'crypto-mining': { score: mine, openedDay: null },
        },
      }
    })
  return new Map(Object.entries(rules).map(([name, rule]) => [name, judge(rule)]))
}
