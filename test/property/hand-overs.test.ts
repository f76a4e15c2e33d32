import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayText, parseDay } from '../../schemas/day.ts'
import { Decision, type DecisionEntry } from '../../schemas/decision.ts'
import { HandOverFile } from '../../schemas/hand-over.ts'
import { holdsOn, loadEntries, standingEntries } from '../../services/pricing/index.ts'
import { type Desk, openDesk } from '../services/cases/desk.ts'
import { person } from '../support/people.ts'

const [clerk, chief] = [person('clerk', 'pricing'), person('chief', 'pricing')]
const FIRST = parseDay('2024-01-01')
const DAYS = 200
const CUSTOMERS = ['C1', 'C2', 'C3']

const day = fc.integer({ min: 0, max: DAYS - 1 })
const length = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null })
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('apply' as const), customer: fc.nat(2), day, length }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('end' as const), which: fc.nat(20), day }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('correct' as const), which: fc.nat(20), day, length }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('hand-over' as const), day, length: fc.nat(60) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const lastOf = (from: number, days: number | null): string | null =>
  days === null ? null : dayText(FIRST + from + days)

/** Carries the steps out; what is refused changes nothing. Answers every file that was handed over. */
const carryOut = async (desk: Desk, steps: readonly Step[]): Promise<HandOverFile[]> => {
  const entries: { id: string; customerId: string }[] = []
  const files: HandOverFile[] = []
  for (const one of steps) {
    if (one.kind === 'hand-over') {
      files.push(await handOver(desk, { from: FIRST + one.day, to: FIRST + one.day + one.length }))
      continue
    }
    const target = one.kind === 'apply' ? undefined : entries[one.which % Math.max(entries.length, 1)]
    if (one.kind !== 'apply' && !target) continue
    const customerId = one.kind === 'apply' ? CUSTOMERS[one.customer]! : target!.customerId
    const id = await decide(desk, {
      ...{ action: one.kind, entryId: target?.id ?? null, customerId, from: dayText(FIRST + one.day) },
      to: one.kind === 'end' ? null : lastOf(one.day, one.length),
    })
    if (id !== undefined && one.kind !== 'end') entries.push({ id, customerId })
  }
  return files
}

const decide = async (desk: Desk, entry: Partial<DecisionEntry>): Promise<string | undefined> => {
  const decision = Decision.parse({
    ...{ documentNo: '1', title: 't', issuer: 'i', issuedOn: '2023-12-01', restsOn: 'r' },
    entries: [{ industry: '钢铁', category: '淘汰类', yuanPerKwh: '0.50', ...entry }],
  })
  const body = { reason: 'test', content: { kind: 'decision', decision } } as const
  const proposed = await desk.gives({ name: 'propose-price-change', body, actor: clerk })
  if ('refused' in proposed) return undefined
  const { id } = proposed.change!
  const released = await desk.gives({
    ...{ name: 'decide-price-change', body: { id, action: 'release', reason: '' }, actor: chief },
  })
  return 'refused' in released ? undefined : `${id}-00001`
}

const handOver = async (desk: Desk, { from, to }: { from: number; to: number }): Promise<HandOverFile> => {
  const body = { from: dayText(from), to: dayText(to) }
  const made = await desk.gives({ name: 'hand-over', body, actor: clerk })
  if ('refused' in made) throw new Error(made.refused.detail)
  const { json } = await desk.store.db
    .selectFrom('hand_over')
    .select('json')
    .where('id', '=', made.handOver.id)
    .executeTakeFirstOrThrow()
  return HandOverFile.parse(JSON.parse(Buffer.from(json).toString()))
}

/** What the billing knows when it carries out each file as it comes, reading nothing but its lines. */
const billing = (files: readonly HandOverFile[]) => {
  const known = new Map<string, { from: string; to: string | null }>()
  for (const { lines } of files) {
    for (const { entryId, from, to, holds } of lines) {
      if (holds) known.set(entryId, { from, to })
      else known.delete(entryId)
    }
  }
  return known
}

const last = fc.record({ kind: fc.constant('hand-over' as const), day, length: fc.nat(60) })

it('the billing that carries out every hand-over, of whatever periods, charges whom the decisions charge', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), last, async (steps, end) => {
      const desk = await openDesk()
      try {
        const known = billing(await carryOut(desk, [...steps, end]))
        const entries = await loadEntries(desk.store.db, CUSTOMERS)
        const standing = standingEntries([...entries.values()].flat())
        // Of all it was ever told it knows how it stands, and of the last period it was told all.
        for (const [id, { from, to }] of known) {
          const entry = standing.find(one => one.id === id)
          expect([from, to], id).toEqual([entry?.from, entry?.lastDay])
        }
        for (let at = FIRST + end.day; at <= FIRST + end.day + end.length; at++) {
          const decided = standing.filter(one => holdsOn(one, at)).map(({ id }) => id)
          const date = dayText(at)
          const charged = [...known].filter(([, { from, to }]) => from <= date && (to === null || date <= to))
          expect(charged.map(([id]) => id).sort(), date).toEqual(decided.sort())
        }
      } finally {
        await desk.store.close()
      }
    }),
    { numRuns: 80 },
  )
}, 120_000)
