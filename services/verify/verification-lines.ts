import type { Language } from '../../schemas/finding.ts'
import type { Verdict, Verification, VerificationCheck } from '../../schemas/verification.ts'

const VERDICTS: Readonly<Record<Verdict, Record<Language, string>>> = {
  identical: { zh: '一致 identical', en: 'identical' },
  different: { zh: '不一致 different', en: 'different' },
  cannot: { zh: '不能核验 cannot', en: 'cannot' },
}

const NAMES: Readonly<Record<VerificationCheck['name'], Record<Language, string>>> = {
  readings: { zh: '读数与日特征', en: 'readings' },
  finding: { zh: '发现', en: 'finding' },
  charge: { zh: '嫌疑项', en: 'charge' },
  tier: { zh: '拟适用档位', en: 'tier' },
  estimate: { zh: '估算', en: 'estimate' },
  case: { zh: '案件', en: 'case' },
  audit: { zh: '审计链', en: 'audit' },
  alert: { zh: '告知', en: 'alert' },
}

const DIFFERENCES_SHOWN = 12

/** A verification for people: what was made anew of what, each difference, and the verdict as the last line. */
export const verificationLines = (verification: Verification, language: Language): string[] => {
  const { caseNumber, caseVersion, caseId, verdict, checks } = verification
  const title =
    language === 'zh'
      ? `案件 ${caseNumber}（第 ${caseVersion} 版，${caseId}）`
      : `Case ${caseNumber} (version ${caseVersion}, ${caseId})`
  return [title, ...checks.flatMap(check => checkLines(check, language)), VERDICTS[verdict][language]]
}

const checkLines = (
  { name, signature, verdict, sentence, differences }: VerificationCheck,
  language: Language,
): string[] => {
  const of = signature ? ` ${signature}` : ''
  const more = differences.length - DIFFERENCES_SHOWN
  return [
    `  ${VERDICTS[verdict][language]} · ${NAMES[name][language]}${of}: ${sentence[language]}`,
    ...differences
      .slice(0, DIFFERENCES_SHOWN)
      .map(({ at, stored, rebuilt }) =>
        language === 'zh'
          ? `      ${at}：存储 ${stored}，重算 ${rebuilt}`
          : `      ${at}: stored ${stored}, made anew ${rebuilt}`,
      ),
    ...(more > 0 ? [language === 'zh' ? `      另有 ${more} 处` : `      and ${more} more`] : []),
  ]
}
