import { expect, it, onTestFinished } from 'vitest'
import { createReceiver } from '../../services/alerts/index.ts'
import { json } from '../../services/commands/client.ts'
import { findingsOn } from './support/axe.ts'
import type { Scene } from './support/scene.ts'
import { openVisit } from './support/visit.ts'

/** The journeys of those who run the service and of those who look over its shoulder. */
export const roomsJourneys = (scene: () => Scene): void => {
  it('an operator sees how the work goes, and takes a reject in again once its meter is known', async () => {
    const { as, enter } = scene()
    await as('operator').call('POST', '/v1/readings', {
      type: 'text/csv',
      text: 'meter_id,ts,kw\nLATER-1,2026-11-20T08:15:00+08:00,12\nLATER-2,2026-11-20T08:15:00+08:00,12\n',
    })
    const { page, faults, close } = await enter('operator')
    await page.waitForURL('**/console/operation')
    await page.getByRole('list', { name: '引擎' }).getByText('SQLite · 正常').waitFor()
    await page.getByText('没有积压').waitFor()
    await page.getByRole('tab', { name: '导入' }).click()
    await page.getByLabel('导入档案').setInputFiles({
      ...{ name: 'later.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(
        'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes\n' +
          'LATER-1,C-LATER,新户,500115,3130,630,10,15,\nLATER-3,C-LATER,新户,500115,3130,many,10,15,\n',
      ),
    })
    await page.getByText('档案已接收：新增 1 条').waitFor()
    await page.getByText('第 3 行').waitFor()
    await page.getByRole('tab', { name: '拒收簿' }).click()
    await page.getByLabel('搜索原文').fill('LATER')
    await page.keyboard.press('Enter')
    const row = page.getByRole('row', { name: /LATER-1/ })
    await row.getByRole('button', { name: '重新接收' }).click()
    await page.getByRole('dialog').getByText('LATER-1').waitFor()
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByText('重新处理 1 条：接收 1，仍拒收 0').waitFor()
    await row.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '重新接收筛选结果' }).click()
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByText('重新处理 1 条：接收 0，仍拒收 1').waitFor()
    await page.getByText('已补收', { exact: true }).click()
    await row.waitFor()
    expect(faults).toEqual([])
    await close()
  })

  it('an operator watches an import, and finds what it turned away', async () => {
    const { page, faults, close } = await scene().enter('operator', { to: '/console/operation?tab=imports' })
    await page.getByLabel('导入读数').setInputFiles({
      ...{ name: '错误读数.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(
        'meter_id,ts,kw\nDEMO-0001,2026-11-20T08:15:00+08:00,oops\nDEMO-0001,yesterday,1\n',
      ),
    })
    const row = page.getByRole('row', { name: /错误读数/ })
    await row.getByText('完成').waitFor()
    await row.getByRole('button').first().click()
    await page.getByText('不是数值 1').waitFor()
    await page.getByRole('link', { name: '在拒收簿中查看' }).click()
    await page.getByRole('cell', { name: /时间无法识别/ }).waitFor()
    expect(await page.locator('.ant-table-row').count()).toBe(2)
    expect(faults).toEqual([])
    await close()
  })

  it('an operator makes an account, and the person invited signs in and is shut out again', async () => {
    const { browser, enter, url } = scene()
    const { page, faults, close } = await enter('operator', { to: '/console/accounts' })
    await page.getByRole('button', { name: '新增账户' }).click()
    await page.getByLabel('登录名').fill('chen.wei')
    await page.getByLabel('姓名').fill('陈伟')
    await page.getByRole('button', { name: '确定' }).click()
    const link = await page.locator('.secret').innerText()
    await page.getByRole('button', { name: '已妥善保存' }).click()
    const row = page.getByRole('row', { name: /chen\.wei/ })
    await row.getByText('待设密码').waitFor()
    const visit = await openVisit(browser, url)
    await visit.accept(link, 'a gate of nine planks')
    await visit.page.getByText('陈伟 · 分析员').waitFor()
    await page.reload()
    await row.getByText('正常').waitFor()
    await row.getByRole('button', { name: '停用' }).click()
    await page.locator('.ant-popconfirm').getByRole('button', { name: '停用' }).click()
    await row.getByText('已停用').waitFor()
    expect(visit.faults).toEqual([])
    await visit.page.goto(`${url}/console/inbox`)
    await visit.page.waitForURL('**/sign-in?**')
    await visit.close()
    expect(faults).toEqual([])
    await close()
  })

  it('a reviewer makes an endpoint, and sees a delivery arrive there with its attempts', async () => {
    const { as, cases, enter } = scene()
    let secret = ''
    const heard: string[] = []
    const receiver = createReceiver({
      ...{ secret: () => secret, port: 0, host: '127.0.0.1' },
      onAlert: ({ type }) => void heard.push(type),
      onRefused: reason => void heard.push(reason),
    })
    const address = `http://127.0.0.1:${await receiver.listen()}/`
    onTestFinished(() => receiver.close())
    const one = (await cases()).find(({ state }) => state === 'to-check')!
    await as('analyst').call('POST', `/v1/cases/${one.id}/submit`, json({ reason: 'checked' }))
    await as('reviewer').call('POST', `/v1/cases/${one.id}/release`, json({}))
    const { page, faults, close } = await enter('reviewer', { to: '/console/endpoints' })
    await page.getByRole('button', { name: '新增接收端' }).click()
    await page.getByRole('dialog').getByLabel('区县', { exact: true }).fill(one.districtCode)
    await page.keyboard.press('Enter')
    await page.getByLabel('地址').fill(address)
    await page.getByRole('button', { name: '确定' }).click()
    secret = await page.locator('.secret').innerText()
    await page.getByRole('button', { name: '已妥善保存' }).click()
    await page.getByRole('button', { name: address }).click()
    await page.getByRole('button', { name: '发送测试' }).click()
    await page.getByText('测试送达成功').waitFor()
    await page.getByRole('link', { name: '发往此处的通知' }).click()
    await page.getByRole('cell', { name: '案件通报' }).first().waitFor()
    const row = page.getByRole('row', { name: new RegExp(one.id) }).first()
    await row.getByRole('button').first().click()
    await page.locator('.attempts').getByText(/ 204 /).first().waitFor()
    await row.getByRole('button', { name: '重发' }).click()
    await page.getByLabel('理由').fill('对方未存')
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByText('已完成').waitFor()
    expect(heard).toContain('case.reported')
    expect(faults).toEqual([])
    await close()
  })

  it('a supervisor previews a threshold, and one whom a reviewer proposed waits for another', async () => {
    const { as, enter } = scene()
    const { page, faults, close } = await enter('supervisor', { to: '/console/operation?tab=criteria' })
    await page.getByRole('button', { name: '试算阈值' }).click()
    await page.getByRole('button', { name: '试算最近 30 天' }).click()
    await page.getByText('与现行判据结果相同。').waitFor()
    await page.getByLabel('红色起点').fill('1')
    await page.getByLabel('橙色起点').fill('1')
    await page.getByRole('button', { name: '试算最近 30 天' }).click()
    await page
      .getByRole('listitem')
      .filter({ hasText: /红 → 黄/ })
      .first()
      .waitFor()
    await page.locator('.ant-modal-footer').getByRole('button', { name: '关闭' }).click()
    await as('reviewer').call(
      ...['POST' as const, '/v1/criteria'],
      json({
        ...{ signature: 'surge', yellowFrom: 0.75, orangeFrom: 0.85, redFrom: 0.95 },
        ...{ validFrom: '2099-01-01', reason: '试行' },
      }),
    )
    await page.reload()
    await page
      .getByRole('row', { name: /用电突增.*待复核/ })
      .getByText('须由提出者以外')
      .waitFor()
    expect(faults).toEqual([])
    await close()
  })

  it('an auditor finds who did what, and sees that the chain is whole', async () => {
    const { page, faults, close } = await scene().enter('auditor', { to: '/console/audit' })
    await page.getByRole('button', { name: '校验哈希链' }).click()
    await page.getByText(/^完整：/).waitFor()
    await page.getByLabel('何人').fill('operator')
    await page.keyboard.press('Enter')
    await page.waitForURL('**actor=operator**')
    await page.getByLabel('操作').fill('账户变更')
    await page.keyboard.press('Enter')
    await page.waitForURL('**action=account**')
    const deeds = page.getByRole('row', { name: /operator.*账户变更/ })
    await deeds.first().waitFor()
    await deeds.first().getByRole('button').first().click()
    await page.locator('pre.detail').first().waitFor()
    for (const row of await page.locator('.ant-table-row').allInnerTexts()) {
      expect(row).toMatch(/operator\s+账户变更/)
    }
    expect(faults).toEqual([])
    await close()
  })

  for (const look of ['light', 'dark'] as const) {
    it(`has no serious finding of axe-core in any room, ${look}`, async () => {
      const { enter } = scene()
      for (const [who, rooms] of ROOMS) {
        const { page, faults, close } = await enter(who, { look })
        for (const room of rooms) {
          await page.goto(`${scene().url}/console/${room}`)
          await page.locator('#content .ant-table-thead, #content .totals').first().waitFor()
          await page.locator('.ant-spin-spinning').waitFor({ state: 'detached' })
          expect({ room, findings: await findingsOn(page) }).toEqual({ room, findings: [] })
        }
        expect(faults).toEqual([])
        await close()
      }
    })
  }

  it('leaves no Chinese word of its own in any room, in English', async () => {
    const { enter } = scene()
    for (const [who, rooms] of ROOMS) {
      const { page, close } = await enter(who)
      await page.evaluate(() => localStorage.setItem('dianshao.language', 'en'))
      for (const room of rooms) {
        await page.goto(`${scene().url}/console/${room}`)
        await page.locator('#content .ant-table-thead, #content .totals').first().waitFor()
        const said = await page
          .locator('header, [role=tab], .toolbar, thead, .ant-tag, .totals, .ant-card-head')
          .allInnerTexts()
        expect({ room, said: said.join(' ').replaceAll('中文', '') }).toEqual({
          room,
          said: expect.not.stringMatching(/\p{Script=Han}/u),
        })
      }
      await close()
    }
  })
}

/** Every tab of these rooms, by somebody who may look at it */
const ROOMS = [
  [
    'operator',
    [
      ...['operation', 'operation?tab=rejects', 'operation?tab=imports', 'operation?tab=corrections'],
      ...['accounts', 'endpoints'],
    ],
  ],
  ['supervisor', ['operation?tab=board', 'operation?tab=criteria', 'endpoints?tab=alerts']],
  ['auditor', ['audit']],
] as const
