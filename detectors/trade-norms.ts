import type { RegistryFacts } from './detector.ts'

/** What share of power a trade uses by night, and how evenly: whole percent, from least to most. */
export interface TradeNorm {
  /** First digits of the GB/T 4754-2017 code */
  readonly codes: readonly string[]
  readonly zh: string
  readonly en: string
  readonly nightShare: readonly [from: number, to: number]
  readonly loadFactor: readonly [from: number, to: number]
  /** Windows of 35 days that were measured, all of one enterprise each */
  readonly windows: number
  /** Of `services/simulator/recordings` */
  readonly recordings: readonly string[]
}

/**
 * Source status: own measurement on public recordings. Each recording is cut into windows of 35 days; `usageOf` is
 * taken of each, and its least and most are rounded outward. So few enterprises show what is possible, not what is
 * usual everywhere. A trade without a recording has no norm.
 */
export const TRADE_NORMS: readonly TradeNorm[] = [
  {
    codes: ['31'],
    zh: '钢材加工（不含熔炼）',
    en: 'steel processing without melting',
    nightShare: [5, 21],
    loadFactor: [18, 30],
    windows: 10,
    recordings: ['steel-works-2018'],
  },
  {
    codes: ['33', '34'],
    zh: '金属制品和机械加工',
    en: 'metal working',
    nightShare: [27, 28],
    loadFactor: [37, 41],
    windows: 2,
    recordings: ['metal-processing-2018-02-05', 'metal-processing-2018-10-08'],
  },
  {
    codes: ['52'],
    zh: '家具零售',
    en: 'furniture retail',
    nightShare: [11, 15],
    loadFactor: [39, 43],
    windows: 2,
    recordings: ['furniture-store-2015-02-16', 'furniture-store-2015-10-12'],
  },
  {
    codes: ['72', '74', '75'],
    zh: '办公',
    en: 'offices',
    nightShare: [27, 30],
    loadFactor: [48, 52],
    windows: 2,
    recordings: ['office-2011-03-07', 'office-2011-08-15'],
  },
  {
    codes: ['83'],
    zh: '学校',
    en: 'schools',
    nightShare: [19, 22],
    loadFactor: [34, 35],
    windows: 2,
    recordings: ['school-2014-01-13', 'school-2014-11-10'],
  },
  {
    codes: ['92'],
    zh: '行政办公',
    en: 'public administration',
    nightShare: [28, 34],
    loadFactor: [44, 51],
    windows: 2,
    recordings: ['administration-2015-01-12', 'administration-2015-11-02'],
  },
  {
    codes: ['645'],
    zh: '数据中心',
    en: 'data centres',
    nightShare: [49, 50],
    loadFactor: [92, 95],
    windows: 2,
    recordings: ['data-centre-2011-03-07', 'data-centre-2011-08-15'],
  },
]

/** The norm of the trade that is declared; undefined when none was measured, or the code is of the older edition. */
export const normOf = ({ industryCode, industryEdition }: RegistryFacts): TradeNorm | undefined =>
  industryEdition === '2017'
    ? TRADE_NORMS.find(({ codes }) => codes.some(digits => industryCode.startsWith(digits)))
    : undefined
