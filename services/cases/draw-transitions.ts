import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '../../schemas/account.ts'
import { CaseState } from '../../schemas/case.ts'
import type { BothLanguages } from '../../schemas/finding.ts'
import { ACTS, STATE_NAMES, TRANSITIONS, type Transition } from './transitions.ts'

/** Draws the table of transitions to docs/case-states.md; with --check only compares, and fails on a difference. */

const ACTION_NAMES: Readonly<Record<Transition['action'] | (typeof ACTS)[number]['action'], BothLanguages>> =
  {
    inspect: { zh: '转现场检查', en: 'send to be checked on site' },
    submit: { zh: '提交复核', en: 'submit for review' },
    return: { zh: '退回', en: 'return' },
    charge: { zh: '新增嫌疑项', en: 'a new charge comes' },
    release: { zh: '上报', en: 'release to the district' },
    acknowledge: { zh: '签收', en: 'acknowledge' },
    handle: { zh: '处置', en: 'take in hand' },
    answer: { zh: '反馈', en: 'report back' },
    close: { zh: '销号', en: 'close, by the outcome of the last charge' },
    reopen: { zh: '重新立案', en: 'reopen' },
    outcome: { zh: '登记结果', en: 'record an outcome of a charge' },
    assign: { zh: '指派', en: 'assign, or take' },
    comment: { zh: '评论', en: 'comment' },
    snooze: { zh: '暂缓', en: 'snooze' },
    wake: { zh: '取消暂缓', en: 'wake' },
    pass: { zh: '转部门', en: 'pass to a department' },
    urge: { zh: '督办', en: 'press for progress' },
    undo: { zh: '撤销', en: 'undo' },
  }

const ROLE_NAMES: Readonly<Record<Role, BothLanguages>> = {
  analyst: { zh: '核查员', en: 'analyst' },
  reviewer: { zh: '复核员', en: 'reviewer' },
  supervisor: { zh: '督办员', en: 'supervisor' },
  district: { zh: '区县', en: 'district' },
  pricing: { zh: '电价', en: 'pricing' },
  operator: { zh: '运维', en: 'operator' },
  auditor: { zh: '审计', en: 'auditor' },
}

const words = ({ zh, en }: BothLanguages): string => `${zh} ${en}`
const rolesOf = (roles: readonly Role[]): string =>
  roles.length === 0 ? '自动 by itself' : roles.map(role => words(ROLE_NAMES[role])).join('; ')
const nodeOf = (state: CaseState): string => state.replaceAll('-', '_')
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const diagram = (): string[] => [
  '```mermaid',
  'stateDiagram-v2',
  ...CaseState.options.map(state => `  state "${words(STATE_NAMES[state])}" as ${nodeOf(state)}`),
  `  [*] --> ${nodeOf('to-check')}`,
  ...TRANSITIONS.map(
    ({ action, from, to }) => `  ${nodeOf(from)} --> ${nodeOf(to)}: ${ACTION_NAMES[action].zh} ${action}`,
  ),
  '```',
]

const transitionTable = (): string[] => [
  line([
    '动作 action',
    '',
    '从 from',
    '到 to',
    '谁 who',
    '须说明理由 reason from',
    '须另一人 another person',
    '出门 told outside',
  ]),
  line(Array.from({ length: 8 }, () => '---')),
  ...TRANSITIONS.map(({ action, from, to, roles, reasonFrom, byAnotherPerson, leavesTheHouse }) =>
    line([
      ...[`\`${action}\``, words(ACTION_NAMES[action]), words(STATE_NAMES[from]), words(STATE_NAMES[to])],
      ...[rolesOf(roles), reasonFrom.length === 0 ? '' : rolesOf(reasonFrom)],
      ...[byAnotherPerson ? '是 yes' : '', leavesTheHouse ? '是 yes' : ''],
    ]),
  ),
]

const actTable = (): string[] => [
  line(['动作 action', '', '状态 in the states', '谁 who', '须说明理由 reason from']),
  line(Array.from({ length: 5 }, () => '---')),
  ...ACTS.map(({ action, states, roles, reasonFrom }) =>
    line([
      ...[
        `\`${action}\``,
        words(ACTION_NAMES[action]),
        states.map(state => STATE_NAMES[state].zh).join('、'),
      ],
      ...[rolesOf(roles), reasonFrom.length === 0 ? '' : rolesOf(reasonFrom)],
    ]),
  ),
]

const page = (): string =>
  [
    '# 案件状态 What becomes of a case',
    '',
    'Drawn by `npm run gen` from the tables in `services/cases/transitions.ts`, by which the program itself goes.',
    '',
    ...diagram(),
    '',
    'A release takes another person than who submitted the case and than who opened it by hand. Where a district acts, a',
    'reviewer may do so on its behalf; the reason then names the document (回执). A case comes to 已并案 by a merge only,',
    'and takes no action any more. Whoever did the last deed of a case may undo it within 15 minutes, while nothing else',
    'changed: it goes back the way it came. What was told outside, and a closing with 查实, stand. A withdrawal (撤回) of what',
    'a district was told, under four eyes, dismisses every charge and so closes the case the same way.',
    '',
    ...transitionTable(),
    '',
    '## 其他动作 What may be done besides',
    '',
    ...actTable(),
    '',
  ].join('\n')

const FILE = join(import.meta.dirname, '../../docs/case-states.md')

if (process.argv.includes('--check')) {
  if (readFileSync(FILE, 'utf8') !== page()) {
    console.error('docs/case-states.md is not what the table of transitions says: run "npm run gen".')
    process.exitCode = 1
  }
} else writeFileSync(FILE, page())
