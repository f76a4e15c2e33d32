import { expect, it } from 'vitest'
import { json } from '../../services/commands/client.ts'
import { findingsOn } from './support/axe.ts'
import { openLine } from './support/line.ts'
import type { Scene } from './support/scene.ts'

const HAN = /\p{Script=Han}/u
const NUMBER = /^2\d{3}-\d{5}$/

/** How the console behaves whoever is at it. */
export const manners = (scene: () => Scene): void => {
  for (const look of ['light', 'dark'] as const) {
    it(`has no serious finding of axe-core, ${look}`, async () => {
      const { enter, cases } = scene()
      const [first] = await cases()
      const visits = [
        ['analyst', '/console/inbox', '.ant-table-row'],
        ['analyst', `/console/cases/${first!.number}`, '#curve canvas'],
        ['district', '/console/district', '.lanes a'],
        ['supervisor', '/console/supervision', '.tiles > li'],
      ] as const
      for (const [who, to, shown] of visits) {
        const { page, faults, close } = await enter(who, { look, to })
        await page.locator(shown).first().waitFor()
        expect({ to, findings: await findingsOn(page) }).toEqual({ to, findings: [] })
        expect(faults).toEqual([])
        await close()
      }
    })
  }

  it('speaks English when asked, and leaves no Chinese word of its own', async () => {
    const { page, faults, close } = await scene().enter('analyst')
    await page.getByRole('link', { name: NUMBER }).first().waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('button', { name: '中文' }).waitFor()
    const said = await page.locator('header, search, thead, .ant-table-header, p.quiet').allInnerTexts()
    expect(said.join('\n').replaceAll('中文', '')).not.toMatch(HAN)
    expect(await page.title()).not.toMatch(HAN)
    await page.reload()
    await page.getByRole('button', { name: '中文' }).waitFor()
    expect(faults).toEqual([])
    await close()
  })

  it('says that the connection is lost, and comes back', async () => {
    const line = await openLine(scene().url)
    const { page, close } = await scene().enter('analyst', { at: line.url })
    await page.getByRole('link', { name: NUMBER }).first().waitFor()
    await line.cut()
    await page.getByText('实时连接已断开').waitFor()
    expect(await page.getByRole('link', { name: NUMBER }).count()).toBeGreaterThan(0)
    await line.mend()
    await page.getByText('实时连接已断开').waitFor({ state: 'detached' })
    await close()
    await line.cut()
  })

  it('tells of another’s change, and keeps what is being written', async () => {
    const { enter, as, cases } = scene()
    const take = (who: string, id: string) =>
      as(who).call('POST', `/v1/cases/${id}/assign`, json({ to: who, reason: 'mine' }))
    const one = (await cases()).find(({ state }) => state === 'to-check')!
    const { page, faults, close } = await enter('analyst', { to: `/console/cases/${one.number}` })
    await page.getByLabel('批注内容').fill('写到一半')
    const said = json({ text: 'seen from the street', audience: 'internal' })
    await as('colleague').call('POST', `/v1/cases/${one.id}/comment`, said)
    await page.locator('.facts').getByText('seen from the street').waitFor()
    expect(await page.getByLabel('批注内容').inputValue()).toBe('写到一半')
    await take('colleague', one.id)
    await page.getByText('案件在您查看期间已有变化').waitFor()
    expect(await page.getByLabel('批注内容').inputValue()).toBe('写到一半')
    await page.getByRole('button', { name: '载入最新内容' }).click()
    await page.getByText('案件在您查看期间已有变化').waitFor({ state: 'detached' })
    expect(await page.getByLabel('批注内容').inputValue()).toBe('写到一半')
    await page.getByRole('button', { name: '提交复核' }).click()
    await page.getByRole('dialog').getByLabel('理由').fill('我的理由')
    await take('reviewer', one.id)
    await page.getByText('案件在您查看期间已有变化').waitFor()
    expect(await page.getByRole('dialog').getByLabel('理由').inputValue()).toBe('我的理由')
    expect(faults).toEqual([])
    await close()
  })

  it('leads from a sentence of the evidence to its place in the curve, and makes the case anew', async () => {
    const { enter, cases } = scene()
    const { page, faults, close } = await enter('analyst', {
      to: `/console/cases/${(await cases())[0]!.number}`,
    })
    const shown = async (): Promise<number> => {
      const label = (await page.locator('#curve [role=img]').first().getAttribute('aria-label'))!
      const [from, to] = label.match(/\d{4}-\d\d-\d\d \d\d:\d\d/g)!.map(text => Date.parse(text))
      return to! - from!
    }
    await page.locator('#curve canvas').first().waitFor()
    const whole = await shown()
    await page
      .getByRole('button', { name: /^在曲线上查看/ })
      .nth(1)
      .click()
    expect(await shown()).toBeLessThan(whole / 5)
    await page.getByRole('button', { name: '全部', exact: true }).click()
    expect(await shown()).toBe(whole)
    await page.getByRole('button', { name: '复算' }).click()
    await page.getByText('每个数字均可由存储数据重新算得。').waitFor()
    expect(faults).toEqual([])
    await close()
  })

  it('is worked by the keyboard: j, k, x, / and Enter in the inbox', async () => {
    const { page, faults, close } = await scene().enter('analyst', { to: '/console/inbox?scope=all' })
    const rows = page.locator('.ant-table-row')
    await rows.first().waitFor()
    const at = () => page.locator('.ant-table-row[aria-current=true]').innerText()
    const numbers = await rows.getByRole('link').allTextContents()
    expect(await at()).toContain(numbers[0])
    await page.keyboard.press('j')
    expect(await at()).toContain(numbers[1])
    await page.keyboard.press('x')
    await page.getByText('已选 1 件').waitFor()
    await page.keyboard.press('k')
    expect(await at()).toContain(numbers[0])
    await page.keyboard.press('/')
    await page.keyboard.type('jjx')
    expect(await page.getByLabel('案号、户号或名称').inputValue()).toBe('jjx')
    expect(await at()).toContain(numbers[0])
    await page.reload()
    await rows.first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/console/cases/${numbers[1]}`)
    expect(faults).toEqual([])
    await close()
  })
}
