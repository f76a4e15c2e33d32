/** Text of others as Markdown shows it letter by letter: no mark-up, no HTML, one line. */
export const plain = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~&]/g, letter => `\\${letter}`)

/** A table; the cells are Markdown already. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

export const list = (items: readonly string[]): string => items.map(item => `- ${item}`).join('\n')

/** A title with what stands under it; nothing when there is nothing to say. */
export const section = (depth: number, title: string, ...body: readonly (string | undefined)[]): string => {
  const parts = body.filter(part => part !== undefined && part !== '')
  return parts.length === 0 ? '' : [`${'#'.repeat(depth)} ${title}`, ...parts].join('\n\n')
}
