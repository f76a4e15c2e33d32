import { dayText } from '../schemas/day.ts'
import type { BothLanguages, EvidenceFact, Signature } from '../schemas/finding.ts'
import type { WatchPlace, WatchReason } from '../schemas/watch.ts'
import type { WatchFacts } from './detector.ts'
import { fact } from './judgement.ts'

/** Why a point is watched, in words. */
export const WATCH_REASONS: Readonly<Record<WatchReason, BothLanguages>> = {
  confirmed: { zh: '查实', en: 'confirmed on site' },
  'red-card': { zh: '红牌', en: 'red card' },
  'production-stopped': { zh: '停产', en: 'production stopped' },
  suspended: { zh: '暂停', en: 'suspended' },
  'account-closed': { zh: '销户', en: 'account closed' },
  exited: { zh: '已退出', en: 'exited' },
}

/** Which of its places is watched, in words. */
export const WATCH_PLACES: Readonly<Record<WatchPlace, BothLanguages>> = {
  customer: { zh: '户号', en: 'account' },
  point: { zh: '计量点', en: 'metering point' },
  transformer: { zh: '变压器', en: 'transformer' },
  address: { zh: '用电地址', en: 'address' },
}

const FOUND: Readonly<Record<Signature, BothLanguages>> = {
  'induction-furnace': { zh: '中频炉熔炼', en: 'induction melting' },
  'crypto-mining': { zh: '虚拟货币挖矿', en: 'crypto mining' },
  restart: { zh: '擅自复产', en: 'running again' },
  surge: { zh: '用电突增', en: 'a surge' },
  'licence-excess': { zh: '超许可生产', en: 'exceeding a licence' },
}

/** What a point is watched for, in words. */
export const reasonWords = ({ reason, watchedFor }: WatchFacts): BothLanguages => {
  const { zh, en } = WATCH_REASONS[reason]
  if (watchedFor === null) return { zh, en }
  return { zh: `${zh}（${FOUND[watchedFor].zh}）`, en: `${en} (${FOUND[watchedFor].en})` }
}

/** Since when, by which place and on whose account a point is watched. */
export const watchWords = (watch: WatchFacts): BothLanguages => {
  const { since, by, customerId, document } = watch
  const reason = reasonWords(watch)
  const from =
    since > 0 ? { zh: `自 ${dayText(since)} 起`, en: ` since ${dayText(since)}` } : { zh: '', en: '' }
  const whose =
    customerId === '' ? { zh: '', en: '' } : { zh: `，户号 ${customerId}`, en: `, account ${customerId}` }
  const told = document === '' ? { zh: '', en: '' } : { zh: `，依据 ${document}`, en: `, by ${document}` }
  return {
    zh: `${from.zh}因${reason.zh}在监视名单上（按${WATCH_PLACES[by].zh}${whose.zh}${told.zh}）`,
    en: `On the watch${from.en}: ${reason.en} (by ${WATCH_PLACES[by].en}${whose.en}${told.en})`,
  }
}

/** The watch as evidence. */
export const watchFacts = (watch: WatchFacts): EvidenceFact[] => [
  fact({ name: 'watched', value: watch.reason, unit: '', ...watchWords(watch), weight: 0.5 }),
  ...(watch.isNewcomer === false
    ? []
    : [
        fact({
          name: 'inherited-by',
          value: watch.by,
          unit: '',
          zh: watch.isNewcomer
            ? `监视开始后才在该${WATCH_PLACES[watch.by].zh}立户，该处现有 ${watch.sharedBy} 户`
            : `在该${WATCH_PLACES[watch.by].zh}立户的日期档案未载，该处现有 ${watch.sharedBy} 户`,
          en: watch.isNewcomer
            ? `The account came to the watched ${WATCH_PLACES[watch.by].en} after the watch began; ${watch.sharedBy} accounts are there`
            : `The registry does not tell when the account came to the watched ${WATCH_PLACES[watch.by].en}; ${watch.sharedBy} accounts are there`,
          weight: watch.sharedBy > 3 || !watch.isNewcomer ? -0.2 : 0.3,
        }),
      ]),
]

/** What no watch, surge or excess can tell, and that no tier belongs to them. */
export const NO_TIER: BothLanguages = {
  zh: '本特征本身不对应差别电价档位；适用何档以现场查实的内容和政府决定为准。',
  en: 'No price tier belongs to this signature itself: what is found on site, and the government’s decision, tell which applies.',
}

/** Where nothing but registers is there. */
export const REGISTERS_ALONE: BothLanguages = {
  zh: '仅有日冻结示值，没有负荷曲线：能看到用了多少，看不到是什么设备。',
  en: 'There are daily registers alone and no curve: how much was used can be seen, what used it cannot.',
}
