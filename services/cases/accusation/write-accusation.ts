import type { Language } from '../../../schemas/finding.ts'
import type { Db } from '../../adapters/store/index.ts'
import { type CaseFile, type FileViews, readCaseFile } from './case-file.ts'
import { chargeSections } from './charge-sections.ts'
import { section } from './markdown.ts'
import { headTable, provenanceSection, siteSection } from './site-sections.ts'
import type { Say } from './words.ts'

/** A case as a document for a district, in Markdown; undefined when there is none of that id. */
export const writeAccusation = async (
  db: Db,
  views: FileViews,
  id: string,
  language: Language,
): Promise<string | undefined> => {
  const file = await readCaseFile(db, views, id)
  return file && documentOf(file, language)
}

const documentOf = (file: CaseFile, language: Language): string => {
  const say: Say = (zh, en) => (language === 'zh' ? zh : en)
  const { number } = file.held
  const parts = [
    `# ${say(`用电嫌疑线索 ${number}`, `Lead on suspected consumption ${number}`)}`,
    nature(say),
    section(2, say('对象', 'Who it is about'), headTable(file, language, say)),
    ...file.charges.flatMap(({ charge }) => chargeSections(charge, language, say)),
    siteSection(file, language, say),
    verifySection(number, say),
    provenanceSection(file, say),
  ]
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

const nature = (say: Say): string =>
  say(
    '> **本件是线索，不是认定。** 它由用电读数、档案和电价规则算出，只提出建议：是否违法、如何处置，由政府部门现场核查后决定。',
    '> **This is a lead (线索), not a finding of fact.** It is reckoned from readings, registry and tariff rules and only proposes: whether a law is broken and what follows is for the government to decide after a check on site.',
  )

const verifySection = (number: string, say: Say): string =>
  section(
    2,
    say('如何核验', 'How to verify'),
    say(
      '系统所在处可逐项重算本件的每个数字（由存储读数、当日档案、规则原文和同一版本的检测器），结果为“identical”或逐条差异：',
      'Where the system runs, every number of this document can be made anew from stored readings, the registry as of the day, the text of the rules and the same detector version; the answer is "identical" or each difference:',
    ),
    `    npm run dianshao -- verify ${number}`,
  )
