import type { BothLanguages } from '../../schemas/finding.ts'

/** The notes of the rules that come with the program; in English where the note itself holds Chinese. */
const SHIPPED_NOTES: Readonly<Record<string, Partial<BothLanguages>>> = {
  'value and date seen in a secondary source': { zh: '金额和日期见于转载' },
  'value and date seen in a secondary source; document number FROM MEMORY': {
    zh: '金额和日期见于转载；文号凭记忆，待核',
  },
  'VALUE+DATE VERIFIED; document number FROM MEMORY': { zh: '金额和日期已核对；文号凭记忆，待核' },
  'VALUES+DATE VERIFIED; doc number FROM MEMORY': { zh: '各档金额和日期已核对；文号凭记忆，待核' },
  'title, number and start seen in secondary sources; 0.30 seen for steel only, for cement from memory': {
    zh: '文件名称、文号和施行日期见于转载；0.30 元仅见于钢铁，水泥的凭记忆，待核',
  },
  'title, number and start seen in secondary sources; 0.10 seen for steel and ferro-alloys only, for cement from memory':
    { zh: '文件名称、文号和施行日期见于转载；0.10 元仅见于钢铁和铁合金，水泥的凭记忆，待核' },
  'title, number and start seen in secondary sources; 0.30 seen for steel only, for these industries from memory':
    { zh: '文件名称、文号和施行日期见于转载；0.30 元仅见于钢铁，这些行业的凭记忆，待核' },
  'title, number and start seen in secondary sources; 0.10 seen for ferro-alloys, for the other industries from memory':
    { zh: '文件名称、文号和施行日期见于转载；0.10 元见于铁合金，其余行业的凭记忆，待核' },
  'VERIFIED for Zhejiang implementation (浙价资〔2010〕275号); national wording FROM MEMORY': {
    zh: '浙江的执行文件（浙价资〔2010〕275号）已核对；国家文件的表述凭记忆，待核',
  },
  'AMOUNTS VERIFIED (Henan, Hebei); tier boundaries NOT VERIFIED; 金额 high；分档边界 none': {
    zh: '金额已核对（河南、河北），把握高；分档边界未核实',
    en: 'AMOUNTS VERIFIED (Henan, Hebei), surely; tier boundaries NOT VERIFIED',
  },
  'RANGE 0.10-0.25, SCOPE, ANNUAL BASIS VERIFIED; thresholds and per-tier amounts NOT VERIFIED; 金额区间与机制 high；阈值与分档金额 low':
    {
      zh: '0.10-0.25 元的区间、适用范围和按年度核算已核对，把握高；阈值和各档金额未核实，把握低',
      en: 'RANGE 0.10-0.25, SCOPE, ANNUAL BASIS VERIFIED, surely; thresholds and per-tier amounts NOT VERIFIED, hardly sure',
    },
  'VERIFIED (secondary, Taiyuan implementing notice + digest); doc number FROM MEMORY': {
    zh: '已按转载核对（太原的执行通知和摘要）；文号凭记忆，待核',
  },
  'DOC, 淘汰类 treatment VERIFIED; 0.30 FROM MEMORY (high)': {
    zh: '文件和参照淘汰类执行已核对；0.30 元凭记忆（把握高），待核',
  },
  'NOT FOUND': { zh: '未查到' },
}

/** What of a rule was seen where: in the words of who entered it, of the program's own rules in either language. */
export const sayVerification = (verification: string): BothLanguages => ({
  zh: verification,
  en: verification,
  ...SHIPPED_NOTES[verification],
})
