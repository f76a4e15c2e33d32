import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../../schemas/problem.ts'
import type { ImportProfile } from '../../../schemas/profile.ts'
import { readRegistry } from '../../../services/ingest/index.ts'

const HEADER =
  'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes'
const GOOD = 'M1,C1,某铸造厂,500107,3391,2500,10,15,induction-melting;sand-casting'

const read = (text: string, profile?: ImportProfile) => readRegistry(Buffer.from(text), profile)
const one = (columns: string, cells: string) => read(`${HEADER}${columns}\n${GOOD}${cells}\n`)

describe('a registry row', () => {
  it('is read to the contract, with what is usual where nothing is told', async () => {
    expect(await one('', '')).toEqual({
      encoding: 'utf-8',
      packed: null,
      faults: [],
      meters: [
        {
          meterId: 'M1',
          pointId: 'M1',
          customerId: 'C1',
          customerName: '某铸造厂',
          districtCode: '500107',
          industryCode: '3391',
          industryEdition: '2017',
          contractKva: 2_500,
          voltageKv: 10,
          intervalMinutes: 15,
          licensedProcesses: ['induction-melting', 'sand-casting'],
          supplyUnit: '',
          status: 'in-use',
          multiplier: 1,
          feed: 'main',
          parentPointId: '',
          validFrom: null,
          validTo: null,
        },
      ],
    })
  })

  it('counts an unknown licence word as none', async () => {
    const text = `${HEADER}\nM1,C1,n,d,i,1,10,15,gold-making; forging ;induction_melting\n`
    expect((await read(text)).meters[0]?.licensedProcesses).toEqual(['forging'])
  })

  it.each([
    ['在用', 'in-use'],
    ['停产', 'production-stopped'],
    ['暂停', 'suspended'],
    ['销户', 'account-closed'],
    ['已退出', 'exited'],
    ['suspended', 'suspended'],
    ['', 'in-use'],
  ])('with status "%s" is %s', async (text, status) => {
    expect((await one(',status', `,${text}`)).meters[0]?.status).toBe(status)
  })

  it('reads columns in any order, ignores others and drops a byte order mark', async () => {
    const columns = HEADER.split(',').reverse()
    const cells = GOOD.split(',').reverse()
    const { meters, faults } = await read(`\uFEFFnote,${columns.join(',')}\r\nhello,${cells.join(',')}\r\n`)
    expect(faults).toEqual([])
    expect(meters).toEqual((await one('', '')).meters)
  })

  it('may hold quoted cells with commas', async () => {
    const { meters } = await read(`${HEADER}\nM1,C1,"Works, north",500107,3391,1,10,15,\n`)
    expect(meters[0]?.customerName).toBe('Works, north')
  })
})

describe('a bad registry row', () => {
  it.each([
    ['a decimal comma in quotes', 'M2,C2,n,d,i,"2,5",10,15,', 'contractKva'],
    ['an interval of 7 minutes', 'M2,C2,n,d,i,1,10,7,', 'intervalMinutes'],
    ['no customer', 'M2,,n,d,i,1,10,15,', 'customerId'],
    ['no meter', ',C2,n,d,i,1,10,15,', 'meterId'],
    ['a negative contract', 'M2,C2,n,d,i,-1,10,15,', 'contractKva'],
    ['words for a number', 'M2,C2,n,d,i,many,10,15,', 'contractKva'],
  ])('with %s is named by line and field while the others are taken', async (_, row, field) => {
    const { meters, faults } = await read(`${HEADER}\n${GOOD}\n${row}\nM3,C3,n,d,i,1,10,15,\n`)
    expect(meters.map(({ meterId }) => meterId)).toEqual(['M1', 'M3'])
    expect(faults).toEqual([{ line: 3, detail: expect.stringContaining(field) }])
  })

  it('is named by its line when it is the last and has no end', async () => {
    const { faults } = await read(`${HEADER}\n${GOOD}\n\nM2,C2,n,d,i,many,10,15,`)
    expect(faults.map(({ line }) => line)).toEqual([4])
  })

  it('with a status nobody knows is named', async () => {
    const { meters, faults } = await one(',status', ',asleep')
    expect(meters).toEqual([])
    expect(faults).toEqual([{ line: 2, detail: expect.stringContaining('status') }])
  })

  it('that is cut in the middle is named, and takes no licence from anybody', async () => {
    const { meters, faults } = await read(`${HEADER}\n${GOOD}\nM2,C2,某铸造厂,5001`)
    expect(meters.map(({ meterId }) => meterId)).toEqual(['M1'])
    expect(faults.map(({ line }) => line)).toEqual([3])
  })

  it('with more cells than columns is named: a decimal comma moves the licences', async () => {
    const { meters, faults } = await read(`${HEADER}\n${GOOD}\nM2,C2,n,d,i,2,5,10,15,forging\n`)
    expect(meters.map(({ meterId }) => meterId)).toEqual(['M1'])
    expect(faults.map(({ line }) => line)).toEqual([3])
  })
})

describe('a text that is no registry', () => {
  const problemOf = async (text: string): Promise<ProblemError> => {
    try {
      await read(text)
    } catch (error) {
      if (error instanceof ProblemError) return error
      throw error
    }
    throw new Error('the text was taken')
  }

  it('is refused with the names of the missing columns', async () => {
    const problem = await problemOf('meter_id,customer_id\nM1,C1\n')
    expect(problem.code).toBe('bad-columns')
    expect(problem.message).toContain('customer_name, district_code')
  })

  it('is refused when it is empty', async () => {
    expect((await problemOf('')).code).toBe('bad-columns')
  })

  it('names a row whose quotes do not close, and takes those after it', async () => {
    const { meters, faults } = await read(`${HEADER}\nM1,"C1\n${GOOD.replace('M1', 'M2')}\n`)
    expect(faults.map(({ line }) => line)).toEqual([2])
    expect(meters.map(({ meterId }) => meterId)).toEqual(['M2'])
  })
})
