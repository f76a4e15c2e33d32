import type { Random } from '../../../../services/simulator/random.ts'
import { addCurves, columnOf, withPowerFactor } from '../curve.ts'
import { pick } from '../draw.ts'
import { ordinaryWorks } from '../hosts.ts'
import { DATA_CENTRES, recordedLoad } from '../recorded.ts'
import { legal, type Scenario, type Trade } from '../scenario.ts'
import { type Steady, steady, steadyLoad } from '../steady.ts'
import { codedOrEveryday, everyday } from '../trades.ts'

const flat = (
  name: string,
  weight: number,
  medianKw: number,
  trade: (random: Random) => Trade,
  own: (random: Random) => Partial<Steady>,
): Scenario => ({
  name,
  family: name,
  truth: 'legal',
  weight,
  build: site => {
    const { random } = site
    return legal(
      steadyLoad(site, steady(random, random.lognormal(medianKw, 0.8), own(random))),
      trade(random),
    )
  },
})

const serverLike = (random: Random): Partial<Steady> => ({
  noise: random.between(0.004, 0.025),
  daily: random.between(0.001, 0.05),
  dailyHour: random.between(12, 21),
  weekendDip: random.chance(0.6) ? random.between(0, 0.05) : 0,
  holidayDip: random.chance(0.7) ? random.between(0, 0.08) : 0,
  perKelvin: random.between(0.0005, 0.014),
  drift: random.between(0.004, 0.035),
  powerFactor: random.between(0.9, 0.99),
})

const processLike = (random: Random): Partial<Steady> => ({
  noise: random.between(0.008, 0.05),
  daily: random.between(0, 0.05),
  weekendDip: random.chance(0.4) ? random.between(0, 0.15) : 0,
  holidayDip: random.chance(0.6) ? random.between(0, 0.6) : 0,
  drift: random.between(0.01, 0.06),
  changesPerDay: random.chance(0.5) ? random.between(0.05, 2) : 0,
  change: random.between(0.02, 0.15),
  powerFactor: random.between(0.74, 0.985),
})

const dataCentre: Scenario = {
  name: 'data-centre',
  family: 'data-centre',
  truth: 'legal',
  weight: 20,
  build: site => {
    const { random } = site
    const meanKw = random.lognormal(500, 0.9)
    const curve = random.chance(0.4)
      ? recordedLoad(site, DATA_CENTRES, meanKw)
      : steadyLoad(site, steady(random, meanKw, serverLike(random)))
    return legal(curve, codedOrEveryday(random, 0, ['6450', '6550', '6410', '6420', '6311'], ['isp']))
  },
}

const compressors: Scenario = {
  name: 'cold-store',
  family: 'cold-store',
  truth: 'legal',
  weight: 30,
  build: site => {
    const { random } = site
    const meanKw = random.lognormal(90, 0.8)
    const cycle = random.between(2, 6)
    const depth = random.between(0.05, 0.5)
    const defrosts = Math.round(random.between(2, 4))
    const phase = random.between(0, 8)
    const base = steadyLoad(
      site,
      steady(random, 1, {
        perKelvin: random.between(0.01, 0.035),
        noise: random.between(0.02, 0.08),
        daily: random.between(0.02, 0.12),
      }),
    ).kw
    const kw = columnOf(site, ({ index, hour }) => {
      const wave =
        1 + depth * Math.sign(Math.sin((2 * Math.PI * (index + phase)) / cycle)) * random.between(0.3, 1)
      const defrost = (hour + phase) % (24 / defrosts) < 0.5 ? 1.35 : 1
      return meanKw * base[index]! * wave * defrost
    })
    const pf = random.between(0.78, 0.92)
    return legal(
      withPowerFactor(kw, { low: pf - 0.05, high: pf }, random),
      codedOrEveryday(random, 0.5, ['5930', '5911', '1353', '5121']),
    )
  },
}

const waterWorks: Scenario = {
  name: 'water-works',
  family: 'water-works',
  truth: 'legal',
  weight: 22,
  build: site => {
    const { random } = site
    const pumps = Math.round(random.between(2, 6))
    const valleyFill = random.chance(0.4) ? random.between(0.1, 0.6) : 0
    const swing = random.between(0.05, 0.35)
    const meanKw = random.lognormal(160, 0.8)
    const kw = columnOf(site, ({ hour }) => {
      const demand =
        1 +
        swing *
          (Math.exp(-(((hour - 8) / 2) ** 2)) +
            0.9 * Math.exp(-(((hour - 19.5) / 2.5) ** 2)) -
            (hour < 6 ? 1 : 0))
      const filling = hour < 6 ? valleyFill : 0
      const steps = Math.round((demand + filling) * pumps + random.normal(0, 0.2)) / pumps
      return meanKw * steps * random.normal(1, 0.008)
    })
    const pf = random.between(0.8, 0.92)
    return legal(
      withPowerFactor(kw, { low: pf, high: pf }, random),
      codedOrEveryday(random, 0.35, ['4610', '4620', '4690', '7620']),
    )
  },
}

const landlord: Scenario = {
  name: 'landlord',
  family: 'landlord',
  truth: 'legal',
  weight: 22,
  build: site => {
    const { random } = site
    const meanKw = random.lognormal(180, 0.6)
    const tenants = Math.round(random.between(3, 7))
    const parts = Array.from({ length: tenants }, (_, i) =>
      ordinaryWorks(
        { ...site, random: random.fork(`tenant ${i}`) },
        (meanKw / tenants) * random.lognormal(1, 0.5),
      ),
    )
    const common = steadyLoad(site, steady(random, meanKw * random.between(0.1, 0.6), {}))
    return legal(addCurves(...parts, common), codedOrEveryday(random, 0.3, ['7010', '7020', '7040']))
  },
}

const lights: Scenario = {
  name: 'parking-lighting',
  family: 'parking-lighting',
  truth: 'legal',
  weight: 24,
  build: site => {
    const { random } = site
    const meanKw = random.lognormal(25, 0.7)
    const always = random.between(0.2, 1)
    const [on, off] = [random.between(17.5, 19.5), random.between(6, 7.5)]
    const kw = columnOf(site, ({ hour }) => {
      const dark = hour >= on || hour < off
      return meanKw * (always + (dark ? 1 - always : 0)) * random.normal(1, 0.008)
    })
    const pf = random.between(0.85, 0.98)
    return legal(
      withPowerFactor(kw, { low: pf, high: pf }, random),
      codedOrEveryday(random, 0.6, ['5442', '7810', '4819']),
    )
  },
}

/** Loads that stand at one level, with and without a code that tells why. */
export const STEADY_TRADES: readonly Scenario[] = [
  dataCentre,
  compressors,
  waterWorks,
  landlord,
  lights,
  flat('server-room', 44, 60, everyday, serverLike),
  flat(
    'telecom',
    26,
    6,
    random => codedOrEveryday(random, 0.4, ['6311', '6312', '6319', '6331']),
    random => ({
      daily: random.between(0.03, 0.2),
      dailyHour: random.between(16, 22),
      perKelvin: random.between(0.002, 0.015),
      noise: random.between(0.01, 0.04),
      powerFactor: random.between(0.88, 0.98),
    }),
  ),
  flat('flat-process', 80, 150, everyday, processLike),
  flat(
    'clean-room',
    20,
    200,
    random => codedOrEveryday(random, 0.5, ['3973', '3974', '2720', '3976']),
    random => ({
      perKelvin: random.between(0.004, 0.02),
      daily: random.between(0.005, 0.08),
      weekendDip: random.between(0, 0.12),
      holidayDip: random.between(0, 0.3),
      powerFactor: random.between(0.85, 0.97),
    }),
  ),
  flat(
    'electrolysis-chemical',
    20,
    4_000,
    random => codedOrEveryday(random, 0.1, ['2612', '2613', '2619', '2614', '3212', '3216', '2651']),
    random => ({
      ...processLike(random),
      noise: random.between(0.003, 0.02),
      holidayDip: 0,
      powerFactor: random.between(0.88, 0.97),
    }),
  ),
  flat(
    'paper-glass',
    16,
    1_500,
    random => codedOrEveryday(random, 0.2, ['2221', '2212', '3041', '3061', '2011']),
    processLike,
  ),
  flat(
    'laboratory',
    20,
    60,
    random => codedOrEveryday(random, 0.5, ['7320', '7330', '7310', '8411']),
    random => ({
      daily: random.between(0.01, 0.12),
      dailyHour: random.between(12, 16),
      weekendDip: random.between(0, 0.15),
      holidayDip: random.between(0, 0.25),
      perKelvin: random.between(0.002, 0.02),
      powerFactor: random.between(0.86, 0.97),
    }),
  ),
  flat('guard-and-lights', 26, 4, everyday, random => ({
    noise: random.between(0.02, 0.2),
    daily: random.between(0.05, 0.5),
    dailyHour: pick(random, [0, 1, 22]),
    perKelvinCold: random.between(0, 0.02),
    powerFactor: random.between(0.8, 0.97),
  })),
  flat(
    'hydroponics-mushrooms',
    14,
    40,
    random => codedOrEveryday(random, 0.5, ['0141', '0142']),
    random => ({
      daily: random.between(0, 0.2),
      perKelvin: random.between(0.004, 0.03),
      perKelvinCold: random.between(0, 0.01),
      powerFactor: random.between(0.85, 0.97),
    }),
  ),
]
