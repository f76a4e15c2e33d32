import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { dayOf, dayText } from '../../schemas/day.ts'
import { HandOverFile } from '../../schemas/hand-over.ts'
import { type PriceChange, PriceChangePage, PriceChangeProposal } from '../../schemas/price-change.ts'
import { type Client, json } from '../../services/commands/client.ts'
import { findingsOn } from './support/axe.ts'
import { openLine } from './support/line.ts'
import type { Scene } from './support/scene.ts'

const HAN = /\p{Script=Han}/u
const DOCUMENT = '示例决〔2026〕1号'

/** What the table of a decision holds: one line that cannot be read as it is, or one that can. */
const tableOf = (customerId: string, from: string) => ({
  name: 'decision.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      '动作,户号,行业,类别,执行起始日期,文号,标题,发文机关,发文日期,依据',
      `列入,${customerId},钢铁,淘汰类,${from},${DOCUMENT},示例决定,示例机关,2026-01-05,示例依据`,
    ].join('\n'),
  ),
})

/** The journeys of two people of the pricing staff, one after the other: each goes on where the one before stopped. */
export const pricingJourneys = (scene: () => Scene): void => {
  const ago = (days: number): string => dayText(dayOf(Date.now()) - days)
  let customerId = ''

  it('a table with a mistake is told by row and column, nothing of it taken; mended it is put up', async () => {
    const { meters } = (await scene().as('analyst').call('GET', '/v1/registry?limit=1')) as {
      meters: { customerId: string }[]
    }
    customerId = meters[0]!.customerId
    const { page, click, clicks, faults, close } = await scene().enter('pricing')
    const dialog = page.getByRole('dialog')
    const choose = (from: string) => page.setInputFiles('input[type=file]', tableOf(customerId, from))
    await click(page.getByRole('tab', { name: '待复核与变更' }))
    await click(page.getByRole('button', { name: '上传表格' }))
    await choose(`${ago(20)}日`)
    await dialog.getByRole('button', { name: '试运行' }).click()
    await dialog.getByRole('row', { name: /^2 执行起始日期 / }).waitFor()
    expect(await dialog.getByRole('button', { name: '提交复核' }).isDisabled()).toBe(true)
    expect(await changes(scene())).toEqual([])
    await choose(ago(20))
    await click(dialog.getByRole('button', { name: '试运行' }))
    await dialog.getByText('无误').waitFor()
    await dialog.getByLabel('提交理由').fill('按文件录入')
    await click(dialog.getByRole('button', { name: '提交复核' }))
    await page.getByRole('row', { name: /待复核/ }).waitFor()
    expect(clicks()).toBeLessThanOrEqual(4)
    await page
      .getByRole('button', { name: /^change-/ })
      .first()
      .click()
    await dialog.getByText('须由另一人放行或退回').waitFor()
    expect(await dialog.getByRole('button', { name: '放行' }).count()).toBe(0)
    expect(faults).toEqual([])
    await close()
  })

  it('another person releases it in three clicks; list, tier and bill show it with its document', async () => {
    const { page, click, clicks, faults, close } = await scene().enter('releaser')
    await click(page.getByRole('tab', { name: '待复核与变更' }))
    await click(page.getByRole('button', { name: /^change-/ }).first())
    await click(page.getByRole('dialog').getByRole('button', { name: '放行' }))
    await page.getByRole('dialog').getByText('已放行').waitFor()
    expect(clicks()).toBeLessThanOrEqual(3)
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: '执行名单' }).click()
    const row = page.getByRole('row', { name: customerId })
    await row.getByText(DOCUMENT).waitFor()
    expect(await row.innerText()).toContain('+0.50 元/kWh')
    await row.getByRole('button', { name: customerId }).click()
    await page.getByText(`加价 0.50 元/kWh（依据二手来源），依据 ${DOCUMENT}`).waitFor()
    await page.getByRole('button', { name: '加价账单' }).click()
    await fillDay(page, page.getByLabel('起始日'), ago(10))
    await fillDay(page, page.getByLabel('截止日'), ago(4))
    await page.getByText(/× 0\.50 = .*元。/).waitFor()
    expect(faults).toEqual([])
    await close()
  })

  it('a hand-over is made, its file downloaded, and what arrived put down by the grid company', async () => {
    const { url, enter } = scene()
    const made = await enter('releaser', {
      to: `/console/pricing?tab=hand-overs&from=${ago(10)}&to=${ago(4)}`,
    })
    await made.page.getByRole('button', { name: '生成移交单' }).click()
    await made.page.getByRole('row', { name: /hand-over-000001/ }).waitFor()
    const path = await download(made.page, made.page.getByRole('link', { name: 'JSON', exact: true }))
    const { lines } = HandOverFile.parse(JSON.parse(readFileSync(path, 'utf8')))
    expect(lines.map(line => [line.customerId, line.document.documentNo])).toEqual([[customerId, DOCUMENT]])
    expect(made.faults).toEqual([])
    const { page, faults, close } = await enter('analyst', { to: '/console/pricing?tab=hand-overs' })
    expect(page.url()).toContain(url)
    await page.getByRole('button', { name: '签收' }).click()
    await page.setInputFiles('input[type=file]', path)
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
    await page.getByRole('row', { name: /hand-over-000001.*analyst/ }).waitFor()
    expect(faults).toEqual([])
    await made.close()
    await close()
  })

  it('a refusal needs a reason, and what was written survives a line that breaks', async () => {
    const { url, as, enter } = scene()
    const id = await putUp(as('pricing'), customerId, ago(0))
    const line = await openLine(url)
    const to = `/console/pricing?tab=changes&change=${id}`
    const { page, close } = await enter('releaser', { at: line.url, to })
    const dialog = page.getByRole('dialog')
    const refuse = dialog.getByRole('button', { name: '退回' })
    await refuse.click()
    await dialog.getByText('请写明理由。').waitFor()
    await dialog.getByLabel('理由').fill('缴清日期有误')
    await line.cut()
    await refuse.click()
    await dialog.getByText('服务没有应答').waitFor()
    expect(await dialog.getByLabel('理由').inputValue()).toBe('缴清日期有误')
    await line.mend()
    await refuse.click()
    await dialog.getByText('已退回').waitFor()
    await close()
    await line.cut()
  })

  it('a decision that is being written is not lost by Escape, nor by what others do', async () => {
    const { as, enter, cases } = scene()
    const { page, faults, close } = await enter('pricing', { to: '/console/pricing?tab=changes' })
    await page.getByRole('button', { name: '录入决定' }).click()
    const number = page.getByRole('dialog').getByLabel('文号')
    await number.fill('写到一半')
    await page.keyboard.press('Escape')
    const [one] = await cases()
    const said = json({ text: 'meanwhile', audience: 'internal' })
    await as('analyst').call('POST', `/v1/cases/${one!.id}/comment`, said)
    await putUp(as('releaser'), customerId, ago(0))
    expect(await number.inputValue()).toBe('写到一半')
    expect(faults).toEqual([])
    await close()
  })

  it('leads from the tier of a case to its customer, and back', async () => {
    const [one] = await scene().cases()
    const { page, faults, close } = await scene().enter('analyst', { to: `/console/cases/${one!.number}` })
    await page.locator('aside').getByRole('link', { name: '电价' }).click()
    await page.getByRole('tab', { name: '单户查询', selected: true }).waitFor()
    await page.getByText(one!.customerName).first().waitFor()
    await page.goBack()
    await page.locator('.case-head').getByText(one!.number).waitFor()
    expect(faults).toEqual([])
    await close()
  })

  for (const look of ['light', 'dark'] as const) {
    it(`has no serious finding of axe-core on any tab, ${look}`, async () => {
      const { page, faults, close } = await scene().enter('pricing', { look, to: '/console/pricing' })
      const period = `from=${ago(10)}&to=${ago(4)}`
      const shown = [
        ['customers', '.ant-table-row'],
        ['rules', '.ant-table-row'],
        ['rules&rule=CN-AL-TIER-2022', '.ant-timeline-item'],
        [`customer&customer=${customerId}`, '.ant-timeline-item'],
        [`differences&from=${ago(30)}&to=${ago(4)}`, '.ant-table-row'],
        ['changes', '.ant-table-row'],
        ['changes&change=change-000002', '.ant-drawer .ant-table-row'],
        [`bill&customer=${customerId}&${period}`, '.ant-table-row'],
        ['what-if', '.ant-empty'],
        [`hand-overs&${period}`, '.ant-table-row'],
      ] as const
      for (const [tab, what] of shown) {
        await page.goto(`${scene().url}/console/pricing?tab=${tab}`)
        await page.locator(what).first().waitFor()
        expect({ tab, findings: await findingsOn(page) }).toEqual({ tab, findings: [] })
      }
      for (const name of ['录入决定', '上传表格']) {
        await page.goto(`${scene().url}/console/pricing?tab=changes`)
        await page.getByRole('button', { name }).click()
        await page.getByRole('dialog').getByLabel('提交理由').waitFor()
        expect({ name, findings: await findingsOn(page) }).toEqual({ name, findings: [] })
      }
      expect(faults).toEqual([])
      await close()
    })
  }

  it('speaks English when asked, and leaves no Chinese word of its own', async () => {
    const { page, faults, close } = await scene().enter('pricing', { to: '/console/pricing' })
    await page.getByRole('button', { name: 'English' }).click()
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click()
      await page.getByRole('tabpanel').locator('search, .toolbar').first().waitFor()
      const said = await page.locator('header, [role=tablist], search, .toolbar, thead').allInnerTexts()
      expect(said.join('\n').replaceAll('中文', '')).not.toMatch(HAN)
    }
    await page.getByRole('tab', { name: 'Waiting and changes' }).click()
    await page.getByRole('button', { name: 'Enter a decision' }).click()
    expect(await page.getByRole('dialog').innerText()).not.toMatch(HAN)
    expect(faults).toEqual([])
    await close()
  })
}

/** Changes that a person put up. */
const changes = async ({ as }: Scene): Promise<PriceChange[]> => {
  const page = PriceChangePage.parse(await as('pricing').call('GET', '/v1/pricing/changes'))
  return page.changes.filter(({ proposedBy }) => proposedBy !== 'system')
}

/** Puts a notice up for release; answers the id of the change. */
const putUp = async (client: Client, customerId: string, noticedOn: string): Promise<string> => {
  const day = { from: noticedOn, to: noticedOn, noticedOn, paidOn: null }
  const notice = { customerId, documentNo: '示例通知〔2026〕1号', note: '', ...day }
  const body = json({ reason: '通知单', content: { kind: 'notices', notices: [notice] } })
  const { change } = PriceChangeProposal.parse(await client.call('POST', '/v1/pricing/changes', body))
  return change!.id
}

const fillDay = async (page: Page, picker: Locator, day: string): Promise<void> => {
  await picker.click()
  await picker.fill(day)
  await page.keyboard.press('Enter')
}

const download = async (page: Page, link: Locator): Promise<string> => {
  const started = page.waitForEvent('download')
  await link.click()
  return (await started).path()
}
