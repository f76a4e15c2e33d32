import type { CaseState } from '../../../schemas/case.ts'

/**
 * Every way a case may go, written down once more, by hand: action, from, to, and by which roles; ! has to say why.
 * `outcome` closes with the last charge, `charge` comes by itself.
 */
export const WAYS = `
inspect     to-check     on-site      analyst
submit      to-check     to-review    analyst!
submit      on-site      to-review    analyst!
return      to-review    to-check     reviewer!
release     to-review    reported     reviewer
acknowledge reported     acknowledged district reviewer!
handle      acknowledged handling     district reviewer!
answer      acknowledged answered     district reviewer!
answer      handling     answered     district reviewer!
reopen      closed       to-check     reviewer!
outcome     to-check     closed       reviewer
outcome     on-site      closed       reviewer
outcome     to-review    closed       reviewer
outcome     reported     closed       reviewer
outcome     acknowledged closed       reviewer
outcome     handling     closed       reviewer
outcome     answered     closed       reviewer
charge      to-review    to-check
`
  .trim()
  .split('\n')
  .map(line => {
    const [action, from, to, ...roles] = line.trim().split(/ +/)
    return { action: action!, from: from as CaseState, to: to as CaseState, roles }
  })
