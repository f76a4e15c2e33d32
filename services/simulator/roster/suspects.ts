import { atPowerFactor, type Load, together } from '../curve.ts'
import { melting } from '../loads/melting.ts'
import { mining } from '../loads/mining.ts'
import { recorded } from '../loads/recorded.ts'
import type { Plan } from '../plan.ts'
import type { Random } from '../random.ts'
import { attributionOf, type RecordingName } from '../recordings.ts'

const STORE = 'furniture-store-2015-10-12'
const WORKS = 'metal-processing-2018-02-05'
const OFFICE = 'administration-2015-11-02'

const host = (name: RecordingName, scale: number, fromWeek: number): Load =>
  atPowerFactor(0.93, recorded(name, { scale, fromWeek, noise: 0.07 }))

/** Most nights, with one pause of four nights such as an inspection brings. */
const mostNights =
  (share: number, pauseFrom: number) =>
  (day: number, _weekday: number, random: Random): boolean =>
    random.chance(share) && (day < pauseFrom || day >= pauseFrom + 4)

const singleFurnace = melting({
  ratedKw: 750,
  chargeTonnes: 1.2,
  kwhPerTonne: 620,
  gapMinutes: 13,
  gapSpread: 0.6,
  output: 'single',
  fromHour: 22.5,
  toHour: 30.5,
  worksOn: mostNights(0.82, 15),
})

const dualFurnace = melting({
  ratedKw: 1_600,
  chargeTonnes: 2.5,
  kwhPerTonne: 600,
  gapMinutes: 0,
  gapSpread: 0,
  output: 'dual',
  fromHour: 0,
  toHour: 7.5,
  worksOn: mostNights(0.88, 9),
})

const FEW_NIGHTS: ReadonlySet<number> = new Set([27, 28, 30, 31, 32, 33])
const furnaceOfAFewNights = melting({
  ratedKw: 500,
  chargeTonnes: 0.75,
  kwhPerTonne: 640,
  gapMinutes: 15,
  gapSpread: 0.6,
  output: 'single',
  fromHour: 23,
  toHour: 30,
  worksOn: day => FEW_NIGHTS.has(day),
})

const pureMine = mining({
  machineKw: 3.5,
  machines: 130,
  addedMachines: 12,
  addedOnDay: 19.4,
  fromDay: 0,
  powerFactor: 0.975,
})

const hiddenMine = mining({
  machineKw: 3.5,
  machines: 9,
  addedMachines: 0,
  addedOnDay: 0,
  fromDay: 6.6,
  powerFactor: 0.97,
})

const suspect = (plan: Omit<Plan, 'kind' | 'voltageKv' | 'flaw'>): Plan => ({
  ...plan,
  voltageKv: 10,
  kind: 'constructed suspect',
  flaw: null,
})

/** Constructed suspects: no metered illegal site is public, so these are built from physics over real hosts. */
export const suspectPlans: readonly Plan[] = [
  suspect({
    name: '演示·江畔仓储有限公司',
    district: 'liangjiang',
    industryCode: '5990',
    contractKva: 1_000,
    licences: [],
    truth: 'induction-furnace',
    attribution: attributionOf(STORE),
    load: together(singleFurnace, host(STORE, 0.25, 2)),
    story: `Constructed: a 750 kW furnace of 1.2 t with one crucible, most nights from 22:30 to 06:30, over the recording ${STORE} as a small warehouse.`,
  }),
  suspect({
    name: '演示·云间金属结构有限公司',
    district: 'changshou',
    industryCode: '3311',
    contractKva: 2_000,
    licences: ['welding'],
    truth: 'induction-furnace',
    attribution: attributionOf(WORKS),
    load: together(dualFurnace, host(WORKS, 0.6, 1)),
    story: `Constructed: a 1,600 kW supply with two crucibles of 2.5 t in turn, most nights from 00:00 to 07:30, over the recording ${WORKS} as a small metal works.`,
  }),
  suspect({
    name: '演示·星火物资回收站',
    district: 'jiulongpo',
    industryCode: '5191',
    contractKva: 630,
    licences: ['scrap-sorting'],
    truth: 'induction-furnace',
    attribution: attributionOf(OFFICE),
    load: together(furnaceOfAFewNights, host(OFFICE, 0.12, 0)),
    story: `Constructed: a 500 kW furnace of 0.75 t in six nights of the fifth week only, over the recording ${OFFICE} as a scrap yard's office.`,
  }),
  suspect({
    name: '演示·流萤科技有限公司',
    district: 'liangjiang',
    industryCode: '6550',
    contractKva: 630,
    licences: [],
    truth: 'crypto-mining',
    attribution: null,
    load: pureMine,
    story: 'Constructed: 130 machines of 3.5 kW at all hours, 12 more from the twentieth day, nothing else.',
  }),
  suspect({
    name: '演示·夜航网络服务部',
    district: 'jiulongpo',
    industryCode: '9013',
    contractKva: 160,
    licences: [],
    truth: 'crypto-mining',
    attribution: attributionOf(STORE),
    load: together(hiddenMine, host(STORE, 0.3, 1)),
    story: `Constructed: nine machines of 3.5 kW from the seventh day on, about half of all energy, hidden in the recording ${STORE} as a shop.`,
  }),
]
