import { expect, it } from 'vitest'
import { json } from '../../services/commands/client.ts'
import { DISTRICT, type Scene } from './support/scene.ts'

/** The journeys of those who handle a case, one after the other: each goes on where the one before stopped. */
export const journeys = (scene: () => Scene): void => {
  let number = ''

  it('an analyst goes from sign-in to submission in three clicks', async () => {
    const { enter, cases } = scene()
    number = (await cases()).find(one => one.districtCode === DISTRICT)!.number
    const { page, click, clicks, faults, close } = await enter('analyst')
    await click(page.getByRole('link', { name: number }))
    await page.locator('#curve canvas').first().waitFor()
    await click(page.getByRole('button', { name: '提交复核' }))
    await page.getByLabel('理由').fill('曲线与证据已核查')
    await click(page.getByRole('button', { name: '确定' }))
    await page.locator('.case-head').getByText('待复核').waitFor()
    expect(clicks()).toBeLessThanOrEqual(3)
    expect(faults).toEqual([])
    await close()
  })

  it('a reviewer goes from sign-in to release in three clicks', async () => {
    const { page, click, clicks, faults, close } = await scene().enter('reviewer')
    await click(page.getByRole('link', { name: number }))
    await click(page.getByRole('button', { name: '放行上报' }))
    await page.getByLabel('理由').fill('同意上报')
    await click(page.getByRole('button', { name: '确定' }))
    await page.locator('.case-head').getByText('已上报').waitFor()
    expect(clicks()).toBeLessThanOrEqual(3)
    expect(faults).toEqual([])
    await close()
  })

  it('a district officer sees its own alone, acknowledges, and reports what was found with a file', async () => {
    const { enter, as, cases } = scene()
    const other = (await cases()).find(one => one.districtCode !== DISTRICT)!
    await as('analyst').call('POST', `/v1/cases/${other.id}/submit`, json({ reason: 'checked' }))
    await as('reviewer').call('POST', `/v1/cases/${other.id}/release`, json({}))
    const { page, faults, close } = await enter('district')
    await page.getByRole('link', { name: number }).waitFor()
    expect(await page.locator('.lanes a').allTextContents()).toEqual([number])
    await page.getByRole('button', { name: '签收' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByRole('button', { name: '开始处置' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByRole('button', { name: '反馈' }).waitFor()
    await page.getByRole('link', { name: number }).click()
    await page.setInputFiles('input[type=file]', {
      ...{ name: '现场照片.txt', mimeType: 'text/plain', buffer: Buffer.from('a furnace behind the wall') },
    })
    await page.getByRole('link', { name: '现场照片.txt' }).waitFor()
    await page.getByRole('button', { name: '反馈', exact: true }).click()
    const boxes = page.getByRole('dialog').getByLabel(/发现情况/)
    await boxes.first().waitFor()
    for (const box of await boxes.all()) {
      await box.click()
      await page.getByTitle('属实').last().click()
    }
    await page.getByRole('dialog').getByLabel('说明').fill('已查封')
    await page.getByRole('button', { name: '确定' }).click()
    await page.locator('.case-head').getByText('已反馈').waitFor()
    expect(faults).toEqual([])
    await page.goto(`${scene().url}/console/cases/${other.number}`)
    await page.getByRole('alert').waitFor()
    expect(await page.textContent('#content')).not.toContain(other.customerName)
    await close()
  })

  it('a supervisor sees a tile for each district, and goes from one to its cases', async () => {
    const { page, faults, close } = await scene().enter('supervisor', { to: '/console/supervision' })
    const tiles = page.locator('.tiles > li')
    await tiles.first().waitFor()
    expect(await tiles.count()).toBeGreaterThan(1)
    await tiles.first().getByRole('link').first().click()
    await page.waitForURL('**/console/inbox?*district=*')
    await page
      .getByRole('link', { name: /^2\d{3}-\d{5}$/ })
      .first()
      .waitFor()
    expect(faults).toEqual([])
    await close()
  })
}
