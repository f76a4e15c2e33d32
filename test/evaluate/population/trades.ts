import type { LicensedProcess } from '../../../schemas/meter.ts'
import type { Random } from '../../../services/simulator/random.ts'
import { pick } from './draw.ts'
import type { Trade } from './scenario.ts'

/** GB/T 4754-2017 codes that thousands have and that tell nothing of a load's shape. */
export const EVERYDAY: readonly string[] = [
  '5131',
  '5137',
  '5162',
  '5176',
  '5179',
  '5199',
  '5211',
  '5212',
  '5231',
  '5244',
  '5283',
  '5299',
  '5911',
  '5990',
  '6110',
  '6210',
  '6290',
  '7010',
  '7020',
  '7030',
  '7211',
  '7212',
  '7299',
  '7320',
  '7484',
  '8131',
  '8211',
  '8334',
  '8411',
  '8521',
  '8890',
  '9012',
  '9013',
  '9019',
  '9221',
  '9424',
  '1353',
  '1391',
  '1411',
  '1469',
  '1721',
  '1811',
  '1951',
  '2039',
  '2110',
  '2221',
  '2231',
  '2319',
  '2451',
  '2669',
  '2921',
  '2927',
  '2929',
  '3311',
  '3312',
  '3329',
  '3351',
  '3360',
  '3399',
  '3411',
  '3443',
  '3484',
  '3489',
  '3525',
  '3670',
  '3752',
  '3812',
  '3831',
  '3857',
  '3912',
  '3982',
  '3989',
  '4019',
  '4190',
  '4899',
  '4920',
  '5010',
  '5090',
  '0111',
  '0141',
  '0313',
  '0399',
]

/** Trades behind which furnaces hide: metal goods, scrap, stores, building materials, farms, and castings. */
export const FURNACE_COVER: readonly string[] = [
  '5990',
  '5911',
  '5191',
  '5192',
  '5131',
  '4210',
  '4220',
  '3311',
  '3329',
  '3360',
  '3399',
  '3484',
  '3489',
  '3525',
  '3670',
  '3021',
  '3029',
  '2929',
  '0399',
  '0313',
  '3130',
  '8131',
  '7299',
  '2110',
]
export const CASTING_COVER: readonly string[] = ['3391', '3392', '3391', '3393', '3252', '3489', '3670']

/** Trades behind which mines hide. */
export const MINE_COVER: readonly string[] = [
  '5990',
  '5911',
  '6450',
  '6550',
  '6520',
  '6490',
  '9013',
  '9012',
  '5299',
  '5244',
  '5283',
  '0111',
  '0141',
  '0313',
  '7211',
  '7299',
  '2929',
  '1721',
  '3982',
  '3912',
  '3399',
  '6110',
  '7020',
  '8890',
  '2231',
  '1469',
]

/** Licences that many works have, and that explain neither a furnace nor a mine. */
const COMMON_LICENCES: readonly LicensedProcess[] = [
  'welding',
  'forging',
  'heat-treatment',
  'rolling',
  'electroplating',
  'scrap-sorting',
]

const commonLicences = (random: Random): readonly LicensedProcess[] =>
  random.chance(0.12) ? [pick(random, COMMON_LICENCES)] : []

/** A trade that explains nothing: the covers of suspects are among them, or a code alone would give them away. */
export const everyday = (random: Random): Trade => ({
  industryCode: pick(random, random.chance(0.75) ? EVERYDAY : pick(random, [MINE_COVER, FURNACE_COVER])),
  licences: commonLicences(random),
})

/** A tell-tale code, or with this chance an everyday one. */
export const codedOrEveryday = (
  random: Random,
  everydayChance: number,
  codes: readonly string[],
  licences: readonly LicensedProcess[] = [],
): Trade =>
  random.chance(everydayChance)
    ? everyday(random)
    : { industryCode: pick(random, codes), licences: licences.length > 0 ? licences : commonLicences(random) }
