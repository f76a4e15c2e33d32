const ESCAPED: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
}

/** HTML that was put together here. */
export interface Markup {
  readonly markup: string
}

type Part = string | number | Markup | readonly Markup[]

/** Fills a template: texts are escaped, markup made here stays. No text can become markup. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: texts.map((text, i) => text + (i < parts.length ? partOf(parts[i]!) : '')).join(''),
})

const partOf = (part: Part): string => {
  if (typeof part === 'object') {
    return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
  }
  // Controls, but for line ends and tabs, are no part of a document.
  const text = String(part).replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
  return text.replaceAll(/[&<>"']/g, letter => ESCAPED[letter]!)
}
