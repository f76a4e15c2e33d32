import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Alert } from '../../../schemas/alert.ts'
import { Signature } from '../../../schemas/finding.ts'
import { composeAlert, type Telling } from '../../../services/alerts/index.ts'
import { charge, fact, RELEASED_AT_MS, reportedCase } from './case-fixture.ts'

const compose = (change = {}) => composeAlert(reportedCase(change), RELEASED_AT_MS, '九龙坡区')
const bytes = (alert: Alert) => Buffer.byteLength(JSON.stringify(alert))

describe('alert of a case', () => {
  it('tells who, what, since when, which tier and how much, and that it is a lead', () => {
    const alert = compose()
    expect(Alert.parse(alert)).toEqual(alert)
    expect(alert).toMatchObject({
      type: 'case.reported',
      timestamp: '2024-05-06T02:00:00.000Z',
      data: {
        caseNumber: '2024-00012',
        caseVersion: 3,
        customer: { id: '5001234567', name: '某仓储有限公司' },
        districtCode: '500107',
        districtName: '九龙坡区',
        nature: '线索',
        link: '/v1/cases/case-1',
      },
    })
    const [first] = alert.data.charges
    expect(first).toMatchObject({
      signature: 'induction-furnace',
      since: '2024-05-01T00:00:00+08:00',
      tier: { documentNo: '发改价格〔2016〕2803号', firstMeasure: '依法取缔' },
      estimate: { yuan: '52500.00' },
    })
  })

  it('puts the strongest facts first, whichever way they speak', () => {
    const [first] = compose().data.charges
    expect(first?.evidence.map(({ name }) => name)).toEqual(['ceiling', 'weekend', 'heats'])
  })

  it('holds no readings, no weights and no ids of findings', () => {
    const text = JSON.stringify(compose())
    for (const word of ['weight', 'findingId', 'finding-1', 'pointId', 'readings'])
      expect(text).not.toContain(word)
  })

  it('leaves the weakest facts out until it is under 20,000 bytes', () => {
    const evidence = Array.from({ length: 60 }, (_, index) => fact(`fact-${index}`, index / 60, 100))
    const alert = compose({
      charges: [charge({ evidence }), charge({ signature: 'crypto-mining', evidence })],
    })
    const kept = alert.data.charges.map(one => one.evidence.map(({ name }) => name))
    expect(bytes(alert)).toBeLessThan(20_000)
    // One fact more of each charge would have been too much.
    expect(bytes(alert) + 2 * Buffer.byteLength(JSON.stringify(evidence[0]))).toBeGreaterThan(19_900)
    expect(kept[0]?.slice(0, 2)).toEqual(['fact-59', 'fact-58'])
    expect(kept[1]).toEqual(kept[0])
  })

  it('cuts long sentences only when no evidence is left to drop', () => {
    const sentence = { zh: '炉'.repeat(8_000), en: 'x'.repeat(8_000) }
    const alert = compose({ charges: [charge({ sentence })], customerName: '长'.repeat(3_000) })
    expect(bytes(alert)).toBeLessThan(20_000)
    expect(alert.data.charges[0]?.sentence.zh.endsWith('炉…')).toBe(true)
    expect(alert.data.charges[0]?.evidence).toHaveLength(3)
  })

  it('says so when even that does not fit', () => {
    expect(() => compose({ number: 'n'.repeat(20_000) })).toThrow(RangeError)
  })

  it('tells when a check is most likely to meet it at work', () => {
    const inspection = {
      ...{ from: '23:15', to: '05:00', activeNights: 6, likelihoods: [] },
      ...{ zh: '建议检查时段', en: 'Suggested hours' },
    }
    expect(compose({ charges: [charge({ inspection })] }).data.charges[0]?.inspection).toEqual(inspection)
  })

  it('masks a person wherever name or 户号 stand', () => {
    const sentence = { zh: '张三（5001234567）每夜约六炉。', en: 'Of 5001234567, 张三.' }
    const alert = compose({ customerName: '张三', charges: [charge({ sentence })] })
    expect(alert.data.customer).toEqual({ id: '＊4567', name: '张＊', masked: true })
    expect(alert.data.charges[0]?.sentence.zh).toBe('张＊（＊4567）每夜约六炉。')
    expect(JSON.stringify(alert)).not.toMatch(/张三|5001234567/)
  })

  it('leaves what a tip said of a person to the link', () => {
    const tip = charge({ findingId: null, sentence: { zh: '举报：他家地下室', en: 'Tip: in his cellar' } })
    expect(JSON.stringify(compose({ customerName: '张三', charges: [tip] }))).not.toContain('地下室')
    expect(JSON.stringify(compose({ charges: [tip] }))).toContain('地下室')
  })

  it('is a valid alert under 20,000 bytes with every signature and the longest of everything', () => {
    const long = (length: number) =>
      fc.constantFrom('长', '\u0001', '𬭎', '"', 'x').map(one => one.repeat(length))
    const told = fc.constantFrom<(text: string) => Telling>(
      () => ({ type: 'case.reported' }),
      reason => ({ type: 'case.updated', replaces: 'msg_1', reason }),
      reason => ({ type: 'case.withdrawn', withdraws: 'msg_1', reason, cause: 'other' }),
    )
    fc.assert(
      fc.property(long(2_000), long(200), told, (text, name, telling) => {
        const both = { zh: text, en: text }
        const inspection = { from: '23:15', to: '05:00', activeNights: 6, likelihoods: [], ...both }
        const one = charge()
        const tier = one.tier && { ...one.tier, documentTitle: text, appliesTo: text, verification: text }
        const charges = Signature.options.map(signature =>
          charge({
            signature,
            sentence: both,
            inspection,
            tier,
            evidence: [{ ...fact('long', 1), ...both }],
          }),
        )
        const held = reportedCase({ customerName: name, charges })
        const alert: Alert = composeAlert(held, RELEASED_AT_MS, '九龙坡区', telling(text))
        expect(bytes(alert)).toBeLessThan(20_000)
        expect(Alert.parse(alert)).toEqual(alert)
      }),
      { numRuns: 25 },
    )
  })

  it('is a valid alert under 20,000 bytes whatever the case says', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 3_000 })
    const facts = fc.array(fc.tuple(texts, fc.double({ min: -1, max: 1, noNaN: true })), { maxLength: 40 })
    fc.assert(
      fc.property(facts, texts, texts, (made, zh, customerName) => {
        const evidence = made.map(([text, weight], index) => ({ ...fact(`fact-${index}`, weight), en: text }))
        const alert = compose({ customerName, charges: [charge({ evidence, sentence: { zh, en: zh } })] })
        expect(bytes(alert)).toBeLessThan(20_000)
        Alert.parse(JSON.parse(JSON.stringify(alert)))
      }),
      { numRuns: 50 },
    )
  })
})
