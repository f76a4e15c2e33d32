import { atPowerFactor, type Load, together } from '../curve.ts'
import { withBattery, withSolar } from '../loads/behind-the-meter.ts'
import { melting } from '../loads/melting.ts'
import { recorded } from '../loads/recorded.ts'
import { electroplating, forge, workshop } from '../loads/shifts.ts'
import { guardAndLighting } from '../loads/steady.ts'
import { lookAlike, type Plan } from '../plan.ts'
import { attributionOf } from '../recordings.ts'

const HOST = 'metal-processing-2018-10-08'
const factoryHost = (scale: number, fromWeek: number): Load =>
  atPowerFactor(0.9, recorded(HOST, { scale, fromWeek, noise: 0.07 }))

const dayShift = (ratedKw: number, powerFactor = 0.83): Load =>
  workshop({
    ratedKw,
    baseKw: 0.06 * ratedKw,
    fromHour: 8,
    toHour: 18,
    daysPerWeek: 6,
    powerFactor,
    spread: 0.09,
  })

const dayMelting = melting({
  ratedKw: 600,
  chargeTonnes: 0.8,
  kwhPerTonne: 590,
  gapMinutes: 38,
  gapSpread: 0.6,
  output: 'single',
  fromHour: 8,
  toHour: 18,
  worksOn: (_day, weekday, random) => weekday !== 0 && random.chance(0.9),
})

const valleyMelting = melting({
  ratedKw: 1_000,
  chargeTonnes: 1.5,
  kwhPerTonne: 570,
  gapMinutes: 22,
  gapSpread: 0.5,
  output: 'single',
  fromHour: 0,
  toHour: 8,
  worksOn: (_day, weekday, random) => weekday > 0 && weekday < 6 && random.chance(0.93),
})

/** Legal works: melting under licence, forging, plating, and works with a battery or solar panels. */
export const worksPlans: readonly Plan[] = [
  lookAlike({
    name: '演示·砂心铸造有限公司',
    district: 'jiulongpo',
    industryCode: '3391',
    contractKva: 1_250,
    licences: ['induction-melting', 'sand-casting'],
    load: together(dayMelting, dayShift(210)),
    story:
      'Licensed iron foundry: heats by day at irregular pauses, with moulding, shot-blasting and compressors.',
  }),
  lookAlike({
    name: '演示·砂心精密铸件有限公司',
    district: 'changshou',
    industryCode: '3391',
    contractKva: 2_000,
    licences: ['induction-melting', 'sand-casting'],
    load: together(valleyMelting, dayShift(260)),
    story:
      'Licensed iron foundry that melts in the valley hours and moulds by day: the licence tells it apart.',
  }),
  lookAlike({
    name: '演示·千锤锻造有限公司',
    district: 'jiulongpo',
    industryCode: '3393',
    contractKva: 800,
    licences: ['forging'],
    load: forge(480),
    story: 'Forge with induction heaters in the day shift.',
  }),
  lookAlike({
    name: '演示·镜面电镀有限公司',
    district: 'liangjiang',
    industryCode: '3360',
    contractKva: 630,
    licences: ['electroplating'],
    load: electroplating(420),
    story: 'Electroplating rectifiers in two shifts.',
  }),
  lookAlike({
    name: '演示·白鹤智能装备有限公司',
    district: 'liangjiang',
    industryCode: '3484',
    contractKva: 1_250,
    attribution: attributionOf(HOST),
    load: withBattery({ ratedKw: 500, capacityKwh: 1_000, roundTrip: 0.87 }, factoryHost(1.6, 0)),
    story: `A battery charged in the valley hours and discharged in the peak, behind the recording ${HOST}.`,
  }),
  lookAlike({
    name: '演示·梧桐工业园储能用户',
    district: 'jiulongpo',
    industryCode: '3311',
    contractKva: 1_000,
    attribution: attributionOf(HOST),
    load: withBattery({ ratedKw: 300, capacityKwh: 1_200, roundTrip: 0.88 }, factoryHost(1.1, 3)),
    story: `A four-hour battery behind the recording ${HOST}.`,
  }),
  lookAlike({
    name: '演示·向阳光电有限公司',
    district: 'liangjiang',
    industryCode: '3824',
    contractKva: 630,
    load: withSolar(420, dayShift(340, 0.92)),
    story: 'Day-shift works with solar panels: a hole at midday.',
  }),
  lookAlike({
    name: '演示·向阳仓储光伏用户',
    district: 'changshou',
    industryCode: '5990',
    contractKva: 400,
    load: withSolar(260, together(guardAndLighting(12), dayShift(120, 0.9))),
    story: 'Warehouse with solar panels: the night looks higher than the day.',
  }),
]
