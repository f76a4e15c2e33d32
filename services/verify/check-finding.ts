import { dayText, parseDay } from '../../schemas/day.ts'
import { Finding } from '../../schemas/finding.ts'
import type { Difference, VerificationCheck } from '../../schemas/verification.ts'
import type { Db } from '../adapters/store/index.ts'
import { isMadeBy, type Rebuilt, rebuildFinding } from '../process/index.ts'
import { cannot, checked } from './check.ts'
import type { VerifyDeps } from './deps.ts'
import { differencesOf } from './differences.ts'

/** The stored finding a charge rests on, and what making it anew said. */
export interface FindingChecked {
  readonly check: VerificationCheck
  readonly stored?: Finding
}

/** The detector explains the rebuilt window by the registry as of that day; every word and number is compared. */
export const checkFinding = async (
  db: Db,
  charge: { readonly findingId: string; readonly signature: Finding['signature'] },
  rebuiltPoint: Rebuilt,
  deps: VerifyDeps,
): Promise<FindingChecked> => {
  const { findingId, signature } = charge
  const row = await db.selectFrom('finding').selectAll().where('id', '=', findingId).executeTakeFirst()
  if (!row) {
    const [zh, en] = [
      `存储中没有嫌疑项所依据的发现 ${findingId}。`,
      `The finding ${findingId} that the charge rests on is not stored.`,
    ]
    const gone = { at: 'id', stored: 'nothing', rebuilt: findingId }
    return { check: checked('finding', signature, zh, en, [gone]) }
  }
  const parsed = Finding.safeParse(JSON.parse(row.body))
  if (!parsed.success) return { check: unreadable(signature, findingId) }
  const stored = parsed.data
  const detector = deps.detectors.find(one => isMadeBy(one, stored))
  if (!detector) return { check: otherDetector(stored, deps), stored }
  const rebuilt = isWhole(rebuiltPoint) ? rebuildFinding(rebuiltPoint, stored, detector, deps) : undefined
  if (!rebuilt) return { check: notJudged(stored), stored }
  const differences = [
    ...differencesOf(stored, rebuilt),
    ...differencesOf({ ...row, body: undefined, current: undefined }, columnsOf(rebuilt)),
    ...scoreIn(rebuiltPoint, rebuilt),
  ]
  const superseded = row.current === 1 ? [] : [supersededBy(stored)]
  const check = checked(
    'finding',
    signature,
    `检测器 ${signature} 第 ${stored.detectorVersion} 版（参数 ${stored.parameterHash}）按 ${stored.day} 的档案重新判定 ${stored.windowFrom} 至 ${stored.day}，评分 ${rebuilt.score.toFixed(4)}。`,
    `Detector ${signature} version ${stored.detectorVersion} (parameters ${stored.parameterHash}) judged ${stored.windowFrom} to ${stored.day} anew by the registry as of ${stored.day}: score ${rebuilt.score.toFixed(4)}.`,
    differences.length === 0 ? [] : [...differences, ...superseded],
  )
  return { check, stored }
}

const isWhole = ({ withoutReadings, otherEdition }: Rebuilt): boolean =>
  withoutReadings.length + otherEdition.length === 0

/** The columns beside a stored body say the same. */
const columnsOf = (finding: Finding) => ({
  id: finding.id,
  signature: finding.signature,
  point_id: finding.pointId,
  customer_id: finding.customerId,
  day: parseDay(finding.day),
  score: finding.score,
  supersedes: finding.supersedes,
})

/** The score beside the features of the judged day. */
const scoreIn = ({ stored }: Rebuilt, { day, signature, score }: Finding): Difference[] => {
  const row = stored.find(one => dayText(one.day) === day)
  const scores = JSON.parse(row?.scores ?? '{}') as Record<string, number>
  return differencesOf({ [`${day} score`]: scores[signature] }, { [`${day} score`]: score })
}

const supersededBy = ({ id }: Finding): Difference => ({
  at: 'current',
  stored: 'the charge holds still',
  rebuilt: `finding ${id} was superseded meanwhile: readings or registry of its days were corrected`,
})

const unreadable = (signature: Finding['signature'], id: string): VerificationCheck =>
  checked(
    'finding',
    signature,
    `发现 ${id} 的内容不合格式。`,
    `The body of finding ${id} is not as described.`,
    [{ at: 'body', stored: 'not as described', rebuilt: id }],
  )

const otherDetector = (stored: Finding, { detectors }: VerifyDeps): VerificationCheck => {
  const held = detectors.find(({ signature }) => signature === stored.signature)
  const version = held?.version ?? '-'
  return cannot(
    'finding',
    stored.signature,
    `该发现由检测器 ${stored.signature} 第 ${stored.detectorVersion} 版（参数 ${stored.parameterHash}）得出；本程序只有第 ${version} 版或其他参数，不能重算，请用当时的程序版本核验。`,
    `The finding was made by detector ${stored.signature} version ${stored.detectorVersion} (parameters ${stored.parameterHash}); this program holds version ${version} or other parameters and cannot make it anew: verify with the program of that time.`,
  )
}

const notJudged = (stored: Finding): VerificationCheck =>
  cannot(
    'finding',
    stored.signature,
    `计量点 ${stored.pointId} 截至 ${stored.day} 的窗口缺少读数或当日档案，不能重新判定。`,
    `The window of point ${stored.pointId} up to ${stored.day} lacks readings, or a registry entry of that day, and cannot be judged anew.`,
  )
