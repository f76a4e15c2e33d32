import { type DayFeatures, detectors, extractDayFeatures, WINDOW_DAYS } from '../../detectors/index.ts'
import type { Signature } from '../../schemas/finding.ts'
import type { Judged, Verdict } from './judged.ts'
import type { Member, Population } from './population/population.ts'
import { KINDS, SLOTS, type World } from './population/world.ts'

/** From this score on a case opens, on a day with this much of its readings; as the service has it. */
const OPENS = { score: 0.7, coverage: 0.75 }

/** Features of every day there are readings of. */
const featuresOf = ({ kw, kvar, meter }: Member, world: World): DayFeatures[] => {
  const tou = world.districts.find(({ code }) => code === meter.districtCode)!.tou
  const features: DayFeatures[] = []
  for (let day = 0; day < world.days; day++) {
    const slots = [day * SLOTS, (day + 1) * SLOTS] as const
    const block = {
      day: world.firstDay + day,
      intervalMinutes: 15,
      kw: kw.slice(...slots),
      kvar: kvar?.slice(...slots) ?? null,
    }
    if (block.kw.every(Number.isNaN)) continue
    features.push(extractDayFeatures(block, { kind: KINDS[world.kinds[day]!]!, tou }))
  }
  return features
}

const judgeMember = (member: Member, world: World): Judged => {
  const { kw: _, kvar: __, ...told } = member
  const verdicts: Partial<Record<Signature, Verdict>> = {}
  const features = featuresOf(member, world)
  features.forEach(({ day, coverage }, i) => {
    const days = features
      .slice(Math.max(0, i - WINDOW_DAYS + 1), i + 1)
      .filter(each => each.day > day - WINDOW_DAYS)
    const window = { day, days, registry: member.meter }
    for (const detector of detectors) {
      const score = detector.score(window)
      const before = verdicts[detector.signature] ?? { score: 0, openedDay: null }
      const opens = score >= OPENS.score && coverage >= OPENS.coverage
      verdicts[detector.signature] = {
        score: Math.max(before.score, score),
        openedDay: before.openedDay ?? (opens ? day - world.firstDay : null),
      }
    }
  })
  return { member: told, verdicts }
}

/** The detectors over the columns of a population, in this process: no files, no store, no quality marks. */
export const judgeColumns = ({ members, world }: Population): Judged[] =>
  members.map(member => judgeMember(member, world))
