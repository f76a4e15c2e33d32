import { Button, Checkbox, Input, Segmented, Select, Space } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { addressNow } from '../api/address.ts'
import type { Level } from '../api/client.ts'
import { useDistricts } from '../api/districts.ts'
import { useWords } from '../words/index.tsx'
import { FILTERS, type queryOf, SCOPES, type Scope } from './inbox-query.ts'

interface InboxFiltersProps {
  readonly total: number | undefined
  readonly query: ReturnType<typeof queryOf>
}

/** What is asked for stands in the address, so that it can be kept, sent and gone back to. */
export const InboxFilters = ({ total, query }: InboxFiltersProps) => {
  const words = useWords()
  const [address, setAddress] = useSearchParams()
  const set = (name: (typeof FILTERS)[number], value: string | undefined): void => {
    const next = addressNow()
    if (value === undefined || value === '') next.delete(name)
    else next.set(name, value)
    setAddress(next, { replace: true })
  }
  const scopes: Readonly<Record<Scope, string>> = {
    desk: words.mineAndUnassigned,
    mine: words.mine,
    unassigned: words.unassigned,
    waiting: words.everything,
    all: words.allCases,
  }
  const sorts: Readonly<Record<string, string>> = {
    priority: words.byPriority,
    due: words.byDue,
    opened: words.byOpened,
    level: words.byLevel,
    number: words.byNumber,
  }
  return (
    <search>
      <div className="toolbar">
        <Segmented
          value={(address.get('scope') ?? 'desk') as Scope}
          options={SCOPES.map(value => ({ value, label: scopes[value] }))}
          onChange={value => set('scope', value === 'desk' ? undefined : value)}
        />
        <span className="spacer" />
        {total !== undefined && <span>{words.total(total)}</span>}
        <Export query={query} />
        <SavedViews />
      </div>
      <div className="toolbar">
        <Search value={address.get('text') ?? ''} search={text => set('text', text)} />
        <Narrowing address={address} set={set} />
        <Select
          aria-label={words.sortBy}
          value={address.get('sort') ?? 'priority'}
          style={{ width: 175 }}
          options={Object.entries(sorts).map(([value, label]) => ({ value, label }))}
          onChange={value => set('sort', value === 'priority' ? undefined : value)}
        />
        {FILTERS.some(name => address.has(name)) && (
          <Button onClick={() => setAddress(new URLSearchParams(), { replace: true })}>{words.reset}</Button>
        )}
      </div>
    </search>
  )
}

interface NarrowingProps {
  readonly address: URLSearchParams
  readonly set: (name: (typeof FILTERS)[number], value: string | undefined) => void
}

/** Which of the cases, by what they are and where. */
const Narrowing = ({ address, set }: NarrowingProps) => {
  const words = useWords()
  const districts = useDistricts()
  const choices = [
    {
      name: 'level',
      label: words.level,
      none: words.anyLevel,
      width: 125,
      options: (Object.keys(words.levels) as Level[]).map(value => ({
        value,
        label: `${words.atLeast} ${words.levels[value]}`,
      })),
    },
    {
      name: 'signature',
      label: words.signature,
      none: words.anySignature,
      width: 170,
      options: named(words.signatures),
    },
    { name: 'state', label: words.state, none: words.anyState, width: 120, options: named(words.states) },
    {
      name: 'district',
      label: words.districtName,
      none: words.anyDistrict,
      width: 140,
      options: [...districts].map(([value, label]) => ({ value, label: `${label} ${value}` })),
    },
  ] as const
  return (
    <>
      {choices.map(({ name, label, none, width, options }) => (
        <Select<string>
          key={name}
          aria-label={label}
          value={address.get(name)}
          placeholder={none}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width }}
          options={options}
          onChange={value => set(name, value)}
        />
      ))}
      <Checkbox
        checked={address.get('overdue') === 'true'}
        onChange={event => set('overdue', event.target.checked ? 'true' : undefined)}
      >
        {words.overdue}
      </Checkbox>
    </>
  )
}

const named = (names: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

const Search = ({ value, search }: { readonly value: string; readonly search: (text: string) => void }) => {
  const words = useWords()
  return (
    <Input.Search
      key={value}
      type="search"
      aria-label={words.search}
      placeholder={words.search}
      defaultValue={value}
      allowClear
      style={{ width: 240 }}
      onSearch={search}
    />
  )
}

const KEPT_AS = 'dianshao.views'

const keptViews = (): Record<string, string> => {
  try {
    return JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}')
  } catch {
    return {}
  }
}

/** Addresses under a name, kept in this browser. */
const SavedViews = () => {
  const words = useWords()
  const [address, setAddress] = useSearchParams()
  const [views, setViews] = useState(keptViews)
  const [name, setName] = useState('')
  const keep = (next: Record<string, string>): void => {
    localStorage.setItem(KEPT_AS, JSON.stringify(next))
    setViews(next)
  }
  const here: string | undefined = Object.keys(views).find(one => views[one] === address.toString())
  return (
    <Space.Compact>
      <Select
        aria-label={words.savedViews}
        placeholder={words.savedViews}
        value={here ?? null}
        style={{ width: 150 }}
        options={Object.keys(views).map(value => ({ value, label: value }))}
        onChange={(value: string) => setAddress(new URLSearchParams(views[value]))}
        popupRender={menu => (
          <>
            {menu}
            <Space style={{ padding: 8 }}>
              <Input
                size="small"
                aria-label={words.viewName}
                placeholder={words.viewName}
                value={name}
                onChange={event => setName(event.target.value)}
                onKeyDown={event => event.stopPropagation()}
              />
              <Button
                size="small"
                disabled={name.trim() === ''}
                onClick={() => {
                  keep({ ...views, [name.trim()]: address.toString() })
                  setName('')
                }}
              >
                {words.saveView}
              </Button>
            </Space>
            {here !== undefined && (
              <Button
                size="small"
                type="link"
                onClick={() =>
                  keep(Object.fromEntries(Object.entries(views).filter(([key]) => key !== here)))
                }
              >
                {words.removeView} “{here}”
              </Button>
            )}
          </>
        )}
      />
    </Space.Compact>
  )
}

const Export = ({ query }: Pick<InboxFiltersProps, 'query'>) => {
  const words = useWords()
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  return (
    <Space size={4}>
      {words.export}
      {(['xlsx', 'csv'] as const).map(format => (
        <a key={format} href={`/v1/cases/export?${asked}&format=${format}`} download>
          {format.toUpperCase()}
        </a>
      ))}
    </Space>
  )
}
