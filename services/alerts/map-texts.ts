/** Keys whose texts are looked up or compared, and so stay as they are. */
const EXACT: ReadonlySet<string> = new Set([
  ...[
    'type',
    'timestamp',
    'caseNumber',
    'leadNumber',
    'districtCode',
    'link',
    'nature',
    'signature',
    'level',
  ],
  ...['since', 'withdraws', 'replaces', 'cause', 'outcome', 'inspectedOn', 'issuedOn', 'yuanPerKwh', 'asOf'],
  ...[
    'action',
    'from',
    'to',
    'date',
    'yuan',
    'attributableYuan',
    'effectiveFrom',
    'sourceStatus',
    'category',
  ],
])

/** The same value with every text in words changed; numbers, dates, codes and names of fields stay. */
export const mapTexts = <T>(value: T, change: (text: string) => string): T => mapAt(value, change, '') as T

const mapAt = (value: unknown, change: (text: string) => string, key: string): unknown => {
  if (typeof value === 'string') return EXACT.has(key) ? value : change(value)
  if (Array.isArray(value)) return value.map(one => mapAt(one, change, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapAt(inner, change, name)]))
}
