import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Account } from '../../../schemas/account.ts'
import {
  findFile,
  listFiles,
  mediaTypeFound,
  type NewFile,
  readFileContent,
} from '../../../services/cases/index.ts'
import { person } from '../../support/people.ts'
import { analyst, type Desk, reviewer, testDesk } from './desk.ts'

const PDF = strToU8('%PDF-1.7\n1 0 obj\n')
const district = person('Sun', 'district', { districtCode: '500107' })
const neighbour = person('Qian', 'district', { districtCode: '500106' })

const office = (part: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8('<Types/>'), [part]: strToU8('<x/>'), ...more })
const brand = (name: string): Uint8Array => strToU8(`\0\0\0\x18ftyp${name}\0\0\0\0`)
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)
const gb18030 = Uint8Array.of(0xb5, 0xe7, 0xb1, 0xed)

const TAKEN: [string, Uint8Array, string][] = [
  ['a.pdf', PDF, 'application/pdf'],
  ['a.JPG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
  ['a.jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe1), 'image/jpeg'],
  ['a.png', png, 'image/png'],
  ['a.webp', strToU8('RIFF\x10\0\0\0WEBPVP8 '), 'image/webp'],
  ['a.heic', brand('heic'), 'image/heic'],
  ['a.mp4', brand('isom'), 'video/mp4'],
  ['a.csv', strToU8('\ufeff表号,kW\r\nM1,3\r\n'), 'text/csv'],
  ['a.txt', gb18030, 'text/plain'],
  ['a.txt', strToU8('a < b, <- so'), 'text/plain'],
  [
    'a.docx',
    office('word/document.xml'),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  ['a.xlsx', office('xl/workbook.xml'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
]

const REFUSED: [string, string, Uint8Array][] = [
  ['a page', 'a.html', strToU8('<html></html>')],
  ['a page under another name', 'a.txt', strToU8('  <!doctype html><script>1</script>')],
  ['a drawing', 'a.svg', strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a drawing under another name', 'a.csv', strToU8('<svg onload="x()"/>')],
  ['markup behind a byte order mark', 'a.txt', strToU8('\ufeff<?xml version="1.0"?>')],
  ['a program', 'a.exe', strToU8('MZ\x90\0')],
  ['a program under another name', 'a.pdf', strToU8('MZ\x90\0')],
  ['a program called text', 'a.txt', strToU8('\x7fELF\x02\x01')],
  ['a script called text', 'a.txt', strToU8('#!/bin/sh\nrm -rf /\n')],
  ['a picture under another name', 'a.pdf', png],
  ['a video called a picture', 'a.heic', brand('isom')],
  ['a document called a table', 'a.xlsx', office('word/document.xml')],
  ['a document with macros', 'a.docx', office('word/document.xml', { 'word/vbaProject.bin': png })],
  ['a bare archive', 'a.docx', zipSync({ 'a.txt': png })],
  ['half an archive', 'a.docx', office('word/document.xml').subarray(0, 60)],
  ['no ending', 'pdf', PDF],
  ['an ending of a name of the language', 'a.constructor', PDF],
  ['two endings', 'a.pdf.exe', PDF],
]

describe('the media type of a file', () => {
  it.each(TAKEN)('%s is what its bytes show', (name, bytes, mediaType) => {
    expect(mediaTypeFound(name, bytes)).toBe(mediaType)
  })
  it.each(REFUSED)('%s is none that is taken', (_what, name, bytes) => {
    expect(mediaTypeFound(name, bytes)).toBeUndefined()
  })
})

const fileOf = (change: Partial<NewFile> = {}): Omit<NewFile, 'actor' | 'caseId'> => ({
  name: '现场照片.pdf',
  mediaType: 'application/pdf',
  note: 'the yard at night',
  shared: false,
  sha256: createHash('sha256').update(PDF).digest('hex'),
  content: PDF,
  ...change,
})

/** A case that a district was told of. */
const told = async (): Promise<Desk> => {
  const desk = await testDesk()
  await desk.suspect([{ score: 0.95 }])
  await desk.bringTo('reported')
  return desk
}

const add = async (desk: Desk, actor: Account, change: Partial<NewFile> = {}) =>
  desk.order('file', { ...fileOf(change), caseId: (await desk.theCase()).id }, actor)

const added = async (desk: Desk, actor: Account, change: Partial<NewFile> = {}) => {
  const answer = await add(desk, actor, change)
  if ('refused' in answer) throw new Error(answer.refused.detail)
  return answer.file
}

const withdraw = async (desk: Desk, fileId: string, actor: Account) =>
  desk.order('withdraw-file', { caseId: (await desk.theCase()).id, fileId, reason: 'of another yard' }, actor)

const namesSeen = async (desk: Desk, account: Account) =>
  (await listFiles(desk.store.db, account, (await desk.theCase()).id)).map(({ name }) => name)

describe('a file of a case', () => {
  it('is kept with its hash, which stands in the chain of the case', async () => {
    const desk = await told()
    const file = await added(desk, analyst)
    expect(file).toMatchObject({
      name: '现场照片.pdf',
      bytes: PDF.length,
      uploadedBy: 'Li',
      withdrawnAt: null,
    })
    expect(Buffer.from(await readFileContent(desk.store.db, file.id))).toEqual(Buffer.from(PDF))
    const { whole, entries } = await desk.audit()
    expect(whole).toBe(true)
    expect(entries.at(-1)).toMatchObject({
      action: 'file',
      actor: 'Li',
      from: 'reported',
      to: 'reported',
      detail: { file: file.id, name: file.name, sha256: fileOf().sha256, bytes: PDF.length },
    })
  })

  it('is seen by a district when it is its own, or shared', async () => {
    const desk = await told()
    await added(desk, analyst, { name: 'internal.pdf' })
    await added(desk, reviewer, { name: 'shared.pdf', shared: true })
    await added(desk, district, { name: 'own.pdf' })
    const all = ['internal.pdf', 'own.pdf', 'shared.pdf']
    expect((await namesSeen(desk, analyst)).sort()).toEqual(all)
    expect((await namesSeen(desk, district)).sort()).toEqual(['own.pdf', 'shared.pdf'])
    expect(await namesSeen(desk, neighbour)).toEqual([])
  })

  it('is not found by its id behind a wall', async () => {
    const desk = await told()
    const { id, caseId } = await added(desk, analyst)
    const find = (account: Account) => findFile(desk.store.db, account, caseId, id)
    expect((await find(reviewer))?.file.id).toBe(id)
    expect(await find(district)).toBeUndefined()
    expect(await find(neighbour)).toBeUndefined()
    expect(await find(person('Li', 'analyst', { supplyUnits: ['elsewhere'] }))).toBeUndefined()
  })

  it.each(['supervisor', 'auditor', 'pricing'] as const)('is added by no %s', async role => {
    const desk = await told()
    expect(await add(desk, person('Zhao', role))).toMatchObject({ refused: { code: 'forbidden' } })
    expect(await namesSeen(desk, analyst)).toEqual([])
  })

  it('is added by a district to what it was told alone', async () => {
    const desk = await told()
    expect(await add(desk, neighbour)).toMatchObject({ refused: { code: 'not-found' } })
    expect(await added(desk, district)).toMatchObject({ uploadedBy: 'Sun', shared: false })
  })
})

describe('a withdrawn file', () => {
  it('is kept for the grid company and shown to no district', async () => {
    const desk = await told()
    const { id } = await added(desk, analyst, { shared: true })
    expect(await withdraw(desk, id, reviewer)).toMatchObject({ file: { withdrawnAt: expect.any(String) } })
    expect(await namesSeen(desk, district)).toEqual([])
    expect(await namesSeen(desk, analyst)).toEqual(['现场照片.pdf'])
    expect((await desk.audit()).entries.at(-1)).toMatchObject({
      action: 'withdraw-file',
      reason: 'of another yard',
    })
    expect(await withdraw(desk, id, reviewer)).toMatchObject({ refused: { code: 'wrong-state' } })
  })

  it('is withdrawn by its own side', async () => {
    const desk = await told()
    const shared = await added(desk, analyst, { shared: true })
    const own = await added(desk, district)
    expect(await withdraw(desk, shared.id, district)).toMatchObject({ refused: { code: 'forbidden' } })
    expect(await withdraw(desk, own.id, analyst)).toMatchObject({ refused: { code: 'forbidden' } })
    expect(await withdraw(desk, own.id, district)).toMatchObject({ file: { id: own.id } })
    expect(await withdraw(desk, 'file-x', analyst)).toMatchObject({ refused: { code: 'not-found' } })
  })
})
