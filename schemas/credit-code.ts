import { z } from 'zod'

/** Letters of a code, by their values; I, O, S, V and Z are not among them. */
const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const LENGTH = 18

/** Whether a text is a 统一社会信用代码 by form and check letter (GB 32100-2015: weights 3^i, modulus 31). */
export const isCreditCode = (text: string): boolean => {
  const values = [...text].map(letter => LETTERS.indexOf(letter))
  if (values.length !== LENGTH || values.includes(-1)) return false
  let weight = 1
  let sum = 0
  for (const value of values.slice(0, -1)) {
    sum += value * weight
    weight = (weight * 3) % LETTERS.length
  }
  return (sum + values.at(-1)!) % LETTERS.length === 0
}

/** 统一社会信用代码 of a customer; empty when it is not known. */
export const CreditCode = z
  .string()
  .max(LENGTH)
  .refine(text => text === '' || isCreditCode(text), {
    message: 'this is no 统一社会信用代码 of 18 letters with a right check letter (GB 32100-2015)',
  })
  .describe('统一社会信用代码, may be empty; one that begins with 92 is of a sole trader (个体工商户)')
