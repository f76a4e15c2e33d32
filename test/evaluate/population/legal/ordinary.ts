import type { RecordingName } from '../../../../services/simulator/index.ts'
import { drawWorks, type Hours, ordinaryWorks } from '../hosts.ts'
import { OFFICES, recordedLoad, SCHOOLS, STORES, WORKS } from '../recorded.ts'
import { legal, type Scenario } from '../scenario.ts'
import { codedOrEveryday } from '../trades.ts'
import { worksLoad } from '../works.ts'

const trade = (
  name: string,
  hours: Hours,
  weight: number,
  medianKw: number,
  codes: readonly string[],
): Scenario => ({
  name,
  family: 'ordinary',
  truth: 'legal',
  weight,
  build: site => {
    const { random } = site
    const works = drawWorks(random, hours, random.lognormal(medianKw, 0.9))
    return legal(worksLoad(site, works), codedOrEveryday(random, 0.3, codes))
  },
})

const recorded = (
  name: string,
  weight: number,
  medianKw: number,
  from: readonly RecordingName[],
  codes: readonly string[],
): Scenario => ({
  name,
  family: 'ordinary',
  truth: 'legal',
  weight,
  build: site => {
    const { random } = site
    return legal(
      recordedLoad(site, from, random.lognormal(medianKw, 0.8)),
      codedOrEveryday(random, 0.3, codes),
    )
  },
})

/** The many: offices, shops, works, as drawn and as recorded. */
export const ORDINARY: readonly Scenario[] = [
  trade('office', 'office', 90, 60, ['7211', '7212', '9221', '7299']),
  trade('shop', 'shop', 80, 50, ['5211', '5212', '5231', '5283']),
  trade('restaurant', 'restaurant', 50, 35, ['6210', '6220', '6290']),
  trade('hotel', 'hotel', 40, 70, ['6110', '6121']),
  trade('net-cafe', 'net-cafe', 14, 40, ['9013', '9012', '9019']),
  trade('clinic', 'clinic', 25, 120, ['8411', '8415']),
  trade('works-one-shift', 'one-shift', 140, 110, ['3311', '3360', '3484', '2929', '3670', '1811']),
  trade('works-two-shift', 'two-shift', 90, 200, ['3670', '3484', '2929', '3812']),
  trade('works-three-shift', 'three-shift', 40, 300, ['1721', '1751', '2929', '2221', '3752']),
  recorded('recorded-office', 70, 60, OFFICES, ['9221', '7211']),
  recorded('recorded-school', 50, 70, SCHOOLS, ['8334', '8331']),
  recorded('recorded-store', 60, 60, STORES, ['5283', '5211']),
  recorded('recorded-works', 90, 180, WORKS, ['3311', '3130', '3399', '3360']),
  {
    name: 'mixed-ordinary',
    family: 'ordinary',
    truth: 'legal',
    weight: 40,
    build: site =>
      legal(ordinaryWorks(site, site.random.lognormal(80, 0.9)), codedOrEveryday(site.random, 1, [])),
  },
]
