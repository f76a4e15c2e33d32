import { Button, Input, Segmented, Select, Space } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Level, Signature } from '../api/client.ts'
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
    const next = new URLSearchParams(address)
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
  const level = address.get('level') ?? undefined
  return (
    <search className="toolbar">
      <Segmented
        value={(address.get('scope') ?? 'desk') as Scope}
        options={SCOPES.map(value => ({ value, label: scopes[value] }))}
        onChange={value => set('scope', value === 'desk' ? undefined : value)}
      />
      <Select
        aria-label={words.level}
        value={level}
        placeholder={words.anyLevel}
        allowClear
        style={{ width: 130 }}
        options={(Object.keys(words.levels) as Level[]).map(value => ({
          value,
          label: `${words.atLeast} ${words.levels[value]}`,
        }))}
        onChange={value => set('level', value)}
      />
      <Select
        aria-label={words.signature}
        value={address.get('signature') ?? undefined}
        placeholder={words.anySignature}
        allowClear
        style={{ width: 190 }}
        options={(Object.keys(words.signatures) as Signature[]).map(value => ({
          value,
          label: words.signatures[value],
        }))}
        onChange={value => set('signature', value)}
      />
      <Select
        aria-label={words.sortBy}
        value={address.get('sort') ?? 'priority'}
        style={{ width: 150 }}
        options={[
          { value: 'priority', label: words.byPriority },
          { value: 'due', label: words.byDue },
          { value: 'opened', label: words.byOpened },
          { value: 'level', label: words.byLevel },
          { value: 'number', label: words.byNumber },
        ]}
        onChange={value => set('sort', value === 'priority' ? undefined : value)}
      />
      <Search value={address.get('text') ?? ''} search={text => set('text', text)} />
      {FILTERS.some(name => address.has(name)) && (
        <Button onClick={() => setAddress(new URLSearchParams(), { replace: true })}>{words.reset}</Button>
      )}
      <span className="spacer" />
      <SavedViews />
      <Export query={query} />
      {total !== undefined && <span>{words.total(total)}</span>}
    </search>
  )
}

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
