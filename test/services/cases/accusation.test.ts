import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Charge } from '../../../schemas/case.ts'
import type { Language } from '../../../schemas/finding.ts'
import { NewWatch } from '../../../schemas/watch.ts'
import { writeAccusation } from '../../../services/cases/index.ts'
import { expectationOf, expectationSentence } from '../../../services/criteria/index.ts'
import { createRegistryView } from '../../../services/registry/index.ts'
import { addWatches, createWatchView } from '../../../services/watch/index.ts'
import { meter } from '../../support/meters.ts'
import { type Desk, NOW_MS, testDesk } from './desk.ts'

/** The document of the only case. */
const accusationOf = async (desk: Desk, language: Language = 'zh'): Promise<string> => {
  return (await writeAccusation(desk.store.db, await viewsOf(desk), (await desk.theCase()).id, language))!
}

const viewsOf = async ({ store }: Desk) => {
  const watch = createWatchView()
  const registry = createRegistryView(store.db, { beside: watch.refresh })
  await registry.refresh()
  return { registry, watch }
}

/** Makes the only charge say something more. */
const charge = (desk: Desk, change: Partial<Charge>): Promise<void> =>
  desk.store.transact(async trx => {
    await sql`update charge set body = json_patch(body, ${JSON.stringify(change)})`.execute(trx)
  })

const titlesIn = (text: string): string[] =>
  text.split('\n').flatMap(line => /^##+ (.*)$/.exec(line)?.[1] ?? [])

/** A table row of the document that begins with a cell. */
const rowOf = (text: string, first: string): string[] | undefined =>
  text
    .split('\n')
    .find(line => line.startsWith(`| ${first} |`))
    ?.split(' | ')

describe('the document of a case', () => {
  it('says first that it is a lead and decides nothing', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.83 }])
    expect(await accusationOf(desk)).toMatch(/^# 用电嫌疑线索 2024-00001\n\n> \*\*本件是线索，不是认定。\*\*/)
    expect(await accusationOf(desk, 'en')).toContain('**This is a lead (线索), not a finding of fact.**')
  })

  it('has every part a district asks for, in the order it reads', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.83 }])
    const evidence = [
      'heats',
      'capacity-energy',
      'change-daily-energy',
      'peers-night-share',
      'data-days',
    ].map(name => ({ name, value: 7, unit: 'kW', normal: '1-2 kW', zh: name, en: name, weight: 0.4 }))
    const inspection = {
      from: '23:00',
      to: '02:00',
      activeNights: 11,
      likelihoods: [{ date: '2024-05-07', likelihood: 0.74 }],
      zh: '夜间检查。',
      en: 'By night.',
    }
    await charge(desk, { evidence, inspection })
    expect(titlesIn(await accusationOf(desk))).toEqual([
      '对象',
      '嫌疑：中频感应炉熔炼（疑似地条钢等）',
      '日期和时段',
      '用电数据',
      '与申报行业、合同容量和许可对照',
      '前后对照',
      '与同行对照',
      '数据基础',
      '已权衡的合法解释（可能性高者在前）',
      '不能知道的',
      '建议检查时段',
      '拟适用的差别电价档位',
      '首要措施',
      '场所历史',
      '如何核验',
      '来源',
    ])
    const text = await accusationOf(desk, 'en')
    expect(rowOf(text, 'peers-night-share')).toEqual(['| peers-night-share', '7 kW', '1-2 kW', 'for |'])
    expect(rowOf(text, '2024-05-07')).toEqual(['| 2024-05-07', '74 % |'])
    expect(text).toContain('on 11 of the last 14 nights')
    expect(text).toContain('npm run dianshao -- verify 2024-00001')
  })

  it('tells amounts, what is usual, and how surely a tier is known in its own language', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.83 }])
    const usual = { normal: '5-9 heats in a night', normalZh: '每夜 5-9 炉' }
    const heats = {
      name: 'heats',
      value: 4.5,
      unit: 'heats/day',
      ...usual,
      zh: '炉次',
      en: 'Heats',
      weight: 0.4,
    }
    await charge(desk, { evidence: [heats] })
    const [zh, en] = [await accusationOf(desk), await accusationOf(desk, 'en')]
    expect(rowOf(zh, '炉次')).toEqual(['| 炉次', '4.5 炉/日', '每夜 5-9 炉', '支持嫌疑 |'])
    expect(rowOf(en, 'Heats')).toEqual(['| Heats', '4.5 heats/day', '5-9 heats in a night', 'for |'])
    expect(zh).toContain('见于转载，未见原文。金额和日期见于转载；文号凭记忆，待核')
    expect(en).toContain('value and date seen in a secondary source; document number FROM MEMORY')
  })

  it('tells the level with what is expected of it', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.83 }])
    const text = await accusationOf(desk)
    expect(text).toContain('橙色等级，评分 0.83')
    expect(text).toContain(expectationSentence(expectationOf('induction-furnace', 'orange')).zh)
    expect(text).toContain('评分不是概率认定')
  })

  it('dates the nights', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.83 }])
    expect(await accusationOf(desk)).toContain('检测器没有给出逐日时段')
    await charge(desk, { dates: [{ date: '2024-05-06', from: '22:15', to: '24:00', kwh: 812.4 }] })
    expect(rowOf(await accusationOf(desk), '2024-05-06')).toEqual(['| 2024-05-06', '22:15', '24:00', '812 |'])
  })

  it('weighs the innocent explanations, the likeliest first, with their numbers', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.83 }])
    const one = (name: string, plausibility: number) => ({ name, plausibility, zh: `据${name}`, en: name })
    await charge(desk, { innocent: [one('charging-depot', 0.1), one('licensed-foundry', 0.35)] })
    const text = await accusationOf(desk)
    expect(rowOf(text, '持证铸造')).toEqual(['| 持证铸造', '据licensed-foundry', '35 % |'])
    expect(text.indexOf('持证铸造')).toBeLessThan(text.indexOf('充电场站'))
  })

  it('tells the tier with its document, how surely it is known, and the sum', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.83 }])
    const text = await accusationOf(desk)
    expect(text).toContain('发改价格〔2016〕2803号')
    expect(text).toContain('见于转载，未见原文')
    // The desk keeps 100 kWh of the judged day, and the finding 1,000 kWh of its own.
    expect(text).toContain('全部电量：100 kWh × 0.50 元/kWh = 50.00 元')
    expect(text).toContain('其中嫌疑负荷：1000 kWh × 0.50 元/kWh = 500.00 元')
    expect(text).toContain('依法取缔')
  })

  it('says what no reading can tell', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.83 }])
    await charge(desk, { limits: [{ zh: '一小时的读数看不到炉次。', en: 'Hourly readings show no heats.' }] })
    const text = await accusationOf(desk)
    expect(text).toContain('绕越计量装置的用电没有线路拓扑不可见')
    expect(text).toContain('- 一小时的读数看不到炉次。')
  })

  it('knows who was at the point before, and their case', async () => {
    const at = { pointId: 'P1', contractKva: 500 }
    const desk = await testDesk([
      meter({
        ...at,
        meterId: 'M0',
        customerId: 'C0',
        customerName: '前厂',
        status: 'exited',
        validTo: '2024-04-30',
      }),
      meter({ ...at, meterId: 'M1', customerId: 'C1', customerName: '后库', validFrom: '2024-05-01' }),
    ])
    await desk.suspect([{ score: 0.9, pointId: 'P1', dayOffset: -20 }], 'C0')
    await desk.suspect([{ score: 0.9, pointId: 'P1' }], 'C1')
    const { id } = (await desk.cases()).find(({ customerId }) => customerId === 'C1')!
    const text = (await writeAccusation(desk.store.db, await viewsOf(desk), id, 'zh'))!
    expect(rowOf(text, '一直')).toEqual([
      '| 一直',
      '2024-04-30',
      'P1 / M0',
      '前厂（C0）',
      '已退出',
      '500',
      '无 |',
    ])
    expect(text).toMatch(/其他案件：2024-00001 前厂 2024-04-\d\d 待核查/)
  })

  it('tells what the place is watched for', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.83 }])
    expect(await accusationOf(desk)).toContain('- 这些计量点未列入监视名单。')
    const card = NewWatch.parse({ customerId: 'C1', since: '2024-05-01', document: '红牌 7 号' })
    await desk.store.transact(trx => addWatches(trx, [card], 'Wang', NOW_MS))
    expect(await accusationOf(desk)).toContain(
      '- 计量点 M1（户号 C1）自 2024-05-01 起因红牌在监视名单上（按户号，户号 C1，依据 红牌 7 号）。',
    )
  })

  it('names detector, parameters, finding, window and digest', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.83 }])
    const row = rowOf(await accusationOf(desk), 'induction-furnace')!
    expect(row.slice(1)).toEqual([
      '1',
      'p',
      'C1 M1 induction-furnace 19849 0.83',
      '2024-05-03 至 2024-05-06',
      'd |',
    ])
  })

  it('shows a name letter by letter, whatever is in it', async () => {
    const desk = await testDesk([
      meter({ customerId: 'C1', customerName: '<b>甲</b> | *乙*\n# 丙 [x](http://y)' }),
    ])
    await desk.suspect([{ score: 0.83 }])
    const text = await accusationOf(desk)
    expect(rowOf(text, '用户')).toEqual([
      '| 用户',
      '\\<b\\>甲\\</b\\> \\| \\*乙\\* \\# 丙 \\[x\\](http://y) |',
    ])
    expect(titlesIn(text)).not.toContain('丙')
  })

  it('says when readings no longer support it', async () => {
    const desk = await testDesk()
    await desk.suspect([{ score: 0.83 }])
    expect(await accusationOf(desk)).not.toContain('已没有现行发现支持本嫌疑项')
    await charge(desk, { unsupported: true })
    expect(await accusationOf(desk)).toContain('已没有现行发现支持本嫌疑项')
  })

  it('is not there for a case that is not', async () => {
    const desk = await testDesk()
    expect(await writeAccusation(desk.store.db, await viewsOf(desk), 'case-none', 'zh')).toBeUndefined()
  })
})
