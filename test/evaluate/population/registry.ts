import type { Meter } from '../../../schemas/meter.ts'
import type { Random } from '../../../services/simulator/random.ts'
import type { Built } from './scenario.ts'
import type { Site } from './world.ts'

/** Transformers as they are sold, kVA. */
const SIZES = [
  20, 30, 50, 63, 80, 100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1_000, 1_250, 1_600, 2_000, 2_500,
  3_150, 4_000, 5_000, 6_300, 8_000, 10_000, 12_500, 16_000, 20_000, 25_000, 31_500, 40_000, 63_000, 90_000,
]

const sizeFor = (kva: number): number => SIZES.find(size => size >= kva) ?? SIZES.at(-1)!

const voltageOf = (kva: number, random: Random): number => {
  if (kva <= 160) return random.chance(0.6) ? 0.4 : 10
  if (kva <= 12_500) return 10
  return kva <= 31_500 ? 35 : 110
}

/** The level that only a hundredth of the slots are above: what a contract is made for. */
const usualTop = (kw: Float64Array): number => kw.toSorted()[Math.floor(kw.length * 0.99)]!

/** The registry entry of what was built. */
export const registryEntry = (built: Built, number: number, { district, random }: Site): Meter => {
  const factor = built.contractFactor ?? random.between(1.05, 2.4)
  const contractKva = sizeFor((usualTop(built.curve.kw) / 0.9) * factor)
  const meterId = `E${String(number).padStart(5, '0')}`
  return {
    meterId,
    pointId: meterId,
    customerId: String(5_000_000_000 + number),
    customerName: `评测用户${number}`,
    districtCode: district.code,
    industryCode: built.industryCode,
    industryEdition: '2017',
    contractKva: random.chance(0.02) ? 0 : contractKva,
    voltageKv: voltageOf(contractKva, random),
    intervalMinutes: 15,
    licensedProcesses: [...built.licences],
    supplyUnit: '',
    status: 'in-use',
    multiplier: 1,
    feed: 'main',
    parentPointId: '',
    validFrom: null,
    validTo: null,
    address: '',
    creditCode: '',
    transformerId: '',
    licensedTonnesPerYear: 0,
  }
}
