import type { Trade } from '../../../detectors/index.ts'
import type { Level } from '../../../schemas/case.ts'
import type { CorrectionKind } from '../../../schemas/correction.ts'
import type { BothLanguages } from '../../../schemas/finding.ts'
import type { CustomerStatus, LicensedProcess } from '../../../schemas/meter.ts'
import type { SourceStatus } from '../../../schemas/tariff.ts'

/** Says a thing in the language of the document. */
export type Say = (zh: string, en: string) => string

type Words<Name extends string> = Readonly<Record<Name, BothLanguages>>

const SIGNATURES: Readonly<Record<string, BothLanguages>> = {
  'induction-furnace': {
    zh: '中频感应炉熔炼（疑似地条钢等）',
    en: 'medium-frequency induction melting (such as 地条钢)',
  },
  'crypto-mining': { zh: '虚拟货币“挖矿”', en: 'crypto mining' },
  restart: { zh: '已关停场所恢复用电（疑似死灰复燃）', en: 'a closed site at work again' },
  surge: { zh: '受监视场所用电陡增', en: 'a watched site drawing far more' },
  'licence-excess': { zh: '超出许可范围或容量生产', en: 'more than the licence or the capacity allows' },
}

export const signatureName = (signature: string): BothLanguages =>
  SIGNATURES[signature] ?? { zh: signature, en: signature }

export const LEVELS: Words<Level> = {
  red: { zh: '红', en: 'red' },
  orange: { zh: '橙', en: 'orange' },
  yellow: { zh: '黄', en: 'yellow' },
}

export const STATUSES: Words<CustomerStatus> = {
  'in-use': { zh: '在用', en: 'in use' },
  'production-stopped': { zh: '停产', en: 'production stopped' },
  suspended: { zh: '暂停', en: 'suspended' },
  'account-closed': { zh: '销户', en: 'account closed' },
  exited: { zh: '已退出', en: 'exited' },
}

export const LICENCES: Words<LicensedProcess> = {
  'induction-melting': { zh: '感应熔炼', en: 'induction melting' },
  'cupola-melting': { zh: '冲天炉熔炼', en: 'cupola melting' },
  'sand-casting': { zh: '砂型铸造', en: 'sand casting' },
  'die-casting': { zh: '压铸', en: 'die casting' },
  forging: { zh: '锻造', en: 'forging' },
  rolling: { zh: '轧制', en: 'rolling' },
  'heat-treatment': { zh: '热处理', en: 'heat treatment' },
  'submerged-arc': { zh: '矿热炉', en: 'submerged-arc furnace' },
  electroplating: { zh: '电镀', en: 'electroplating' },
  welding: { zh: '焊接', en: 'welding' },
  isp: { zh: '互联网接入或数据中心', en: 'internet access or data centre' },
  'scrap-sorting': { zh: '废金属分选', en: 'scrap sorting' },
}

export const TRADES: Words<Trade> = {
  foundry: { zh: '金属铸造', en: 'metal casting' },
  steel: { zh: '钢铁', en: 'steel' },
  'heavy-process': { zh: '流程工业', en: 'process industry' },
  power: { zh: '电力热力燃气', en: 'power, heat, gas' },
  water: { zh: '水的生产供应', en: 'water' },
  warehouse: { zh: '仓储', en: 'warehousing' },
  farm: { zh: '农林牧渔', en: 'farming' },
  telecom: { zh: '电信', en: 'telecommunication' },
  internet: { zh: '互联网和软件', en: 'internet and software' },
  transport: { zh: '运输', en: 'transport' },
  other: { zh: '其他', en: 'other' },
}

export const SOURCES: Words<SourceStatus> = {
  original: { zh: '已见原文', en: 'the original was seen' },
  secondary: { zh: '见于转载，未见原文', en: 'seen in a secondary source, not in the original' },
  memory: { zh: '凭记忆，标准待核', en: 'from memory, to be verified' },
  'not-found': { zh: '未查到', en: 'not found' },
}

export const CORRECTIONS: Words<CorrectionKind> = {
  registry: { zh: '档案更正', en: 'registry corrected' },
  backfill: { zh: '读数补录', en: 'readings filled in' },
  watch: { zh: '监视名单变动', en: 'watch changed' },
  tariff: { zh: '电价规则发布', en: 'rules released' },
}

const INNOCENT: Readonly<Record<string, BothLanguages>> = {
  'licensed-foundry': { zh: '持证铸造', en: 'licensed foundry' },
  'electric-arc-furnace': { zh: '电弧炉', en: 'electric arc furnace' },
  'forging-or-heat-treatment': { zh: '锻造或热处理', en: 'forging or heat treatment' },
  'charging-depot': { zh: '充电场站', en: 'charging depot' },
  'valley-heating': { zh: '谷段电采暖', en: 'valley heating' },
  'battery-storage': { zh: '储能充电', en: 'battery storage' },
  'valley-grinding': { zh: '谷段粉磨', en: 'grinding in valley hours' },
  'cycling-machines': { zh: '水泵、压机等启停设备', en: 'machines that cycle' },
  'machines-at-random': { zh: '多台机器随机启停', en: 'machines at random' },
  'data-centre': { zh: '数据中心', en: 'data centre' },
  'telecom-site': { zh: '通信站点', en: 'telecom site' },
  'cold-store': { zh: '冷库', en: 'cold store' },
  'water-works-or-aeration': { zh: '水厂或曝气', en: 'water works or aeration' },
  'continuous-process': { zh: '连续生产流程', en: 'continuous process' },
  battery: { zh: '储能充放电', en: 'battery' },
  'new-shift-or-growth': { zh: '新增班次或增产', en: 'new shift or growth' },
  'growth-or-new-shift': { zh: '增产或新增班次', en: 'growth or new shift' },
  'orders-or-further-shift': { zh: '订单增加或加班次', en: 'orders or a further shift' },
  'return-from-holiday': { zh: '节后复工', en: 'return from holiday' },
  'seasonal-load': { zh: '季节性用电', en: 'seasonal load' },
  'guard-and-lighting': { zh: '值守和照明', en: 'guard and lighting' },
  'dismantling-or-maintenance': { zh: '拆除或检修', en: 'dismantling or maintenance' },
  'lawful-successor': { zh: '合法承接者', en: 'lawful successor' },
  'licensed-resumption': { zh: '经许可复产', en: 'licensed resumption' },
  'registered-capacity-out-of-date': { zh: '登记容量未更新', en: 'registered capacity out of date' },
  'cold-charge-or-holding': { zh: '冷料或保温', en: 'cold charge or holding' },
  'continuous-plant': { zh: '连续生产装置', en: 'continuous plant' },
  'standing-host-load': { zh: '原有的恒定负荷', en: 'a load that always stood' },
}

export const explanationName = (name: string): BothLanguages =>
  INNOCENT[name] ?? { zh: name, en: name.replaceAll('-', ' ') }
