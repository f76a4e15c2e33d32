import { describe, expect, test } from 'vitest'
import type { RegistryFacts } from '../../detectors/index.ts'
import { drawFurnaceSite, furnaceCurve } from './support/furnaces.ts'
import { highest, OPENING } from './support/highest.ts'
import * as legal from './support/lookalikes.ts'
import { createRandom } from './support/random.ts'
import { featuresOf } from './support/windows.ts'

const SEEDS = [501, 502, 503, 504, 505, 506]
const DAYS = 70

const CASES: readonly [name: string, load: legal.LegalLoad, facts?: Partial<RegistryFacts>][] = [
  ['day-shift works', legal.dayShiftWorks],
  ['office', legal.office],
  ['three-shift textile', legal.threeShiftTextile],
  ['data centre with its licence', legal.dataCentre, { industryCode: '6450', licensedProcesses: ['isp'] }],
  ['telecom site', legal.telecomSite],
  ['cold store', legal.coldStore],
  ['water works', legal.waterWorks],
  ['charging depot', legal.chargingDepot],
  ['battery storage', legal.batteryStorage],
  ['valley heating', legal.valleyHeating],
  ['valley grinding', legal.valleyGrinding],
  ['guard load', legal.guardLoad],
  ['aeration', legal.aeration],
  ['continuous process', legal.continuousProcess, { industryCode: '2614' }],
  ['heat treatment', legal.heatTreatment],
  ['night-shift works', legal.nightShiftWorks],
  ['cycling pumps', legal.cyclingPumps],
]

describe.each(CASES)('%s', (_name, load, facts) => {
  test.each(['induction-furnace', 'crypto-mining'] as const)('is no %s', signature => {
    for (const seed of SEEDS) {
      const random = createRandom(seed)
      const curve = load(random, DAYS, 60 * 20 ** random.between(0, 1))
      expect(highest(signature, featuresOf(curve), facts ?? {}).score).toBeLessThan(OPENING)
    }
  })

  test('is no restart, surge or excess of a licence', () => {
    for (const seed of SEEDS.slice(0, 2)) {
      const random = createRandom(seed)
      const days = featuresOf(load(random, DAYS, 60 * 20 ** random.between(0, 1)))
      for (const signature of ['restart', 'surge', 'licence-excess'] as const)
        expect(highest(signature, days, facts ?? {}).score).toBeLessThan(0.61)
    }
  })
})

test('a licensed foundry is no suspect', () => {
  for (const seed of SEEDS) {
    const random = createRandom(seed)
    const curve = furnaceCurve(random, { ...drawFurnaceSite(random, DAYS), fromHour: 8 })
    const facts: Partial<RegistryFacts> = {
      industryCode: '3391',
      licensedProcesses: ['induction-melting', 'sand-casting'],
    }
    expect(highest('induction-furnace', featuresOf(curve), facts).score).toBeLessThan(0.6)
  }
})
