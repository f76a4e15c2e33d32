import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select, Table, Tabs, Tag } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api, dataOf, type Schemas } from '../api/client.ts'
import { useDistrictsEver } from '../api/districts.ts'
import { useMe } from '../api/me.tsx'
import { AlertTable } from '../parts/alert-table.tsx'
import { EndpointDialog } from '../parts/endpoint-dialog.tsx'
import { EndpointDrawer } from '../parts/endpoint-drawer.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { ShownOnce } from '../parts/shown-once.tsx'
import { timeText } from '../parts/times.ts'
import { useWords } from '../words/index.tsx'

type Endpoint = Schemas['Endpoint']
type AlertStatus = Schemas['AlertStatus']

const MOST = 500
const SOON_MS = 2_000
const COLOUR: Readonly<Record<Endpoint['state'], string>> = { on: 'success', warned: 'warning', off: 'error' }

/** Where governments receive alerts, how that fares, and what was sent. */
const Endpoints = () => {
  const words = useWords()
  const [address, setAddress] = useSearchParams()
  return (
    <section aria-label={words.endpoints}>
      <Tabs
        activeKey={address.get('tab') ?? 'endpoints'}
        onChange={tab => setAddress({ tab }, { replace: true })}
        items={[
          { key: 'endpoints', label: words.endpoints, children: <EndpointList /> },
          { key: 'alerts', label: words.alerts, children: <Alerts /> },
        ]}
      />
    </section>
  )
}
export default Endpoints

const EndpointList = () => {
  const words = useWords()
  const { abilities } = useMe()
  const client = useQueryClient()
  const districts = useDistrictsEver()
  const [openId, setOpenId] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const [secret, setSecret] = useState<string | null | undefined>(undefined)
  const { data, error, refetch } = useQuery({
    queryKey: ['endpoints', 'list'],
    queryFn: () => dataOf(api.GET('/v1/endpoints', { params: { query: { limit: MOST } } })),
  })
  const done = (): void => void client.invalidateQueries({ queryKey: ['endpoints'] })
  return (
    <>
      {error && <ProblemNote error={error} again={() => void refetch()} />}
      <div className="toolbar">
        {abilities.includes('endpoints.write') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {words.rooms.addEndpoint}
          </Button>
        )}
        <span className="spacer" />
        <a href="/v1/endpoints/export?format=xlsx">{words.rooms.exportXlsx}</a>
      </div>
      <Table<Endpoint>
        size="small"
        rowKey="id"
        loading={!data && !error}
        dataSource={data?.endpoints ?? []}
        pagination={false}
        scroll={{ x: true }}
        locale={{ emptyText: words.rooms.noEndpoints }}
        columns={[
          {
            title: words.districtName,
            render: (_, { districtCode, department }) =>
              `${districts.get(districtCode) ?? districtCode} ${department}`,
          },
          {
            title: words.rooms.url,
            render: (_, { id, url }) => (
              <Button type="link" size="small" onClick={() => setOpenId(id)}>
                {url}
              </Button>
            ),
          },
          { title: words.rooms.lowestLevel, render: (_, { level }) => words.levels[level] },
          {
            title: words.rooms.status,
            render: (_, { state, offReason }) => (
              <Tag color={COLOUR[state]}>
                {words.rooms.endpointStates[state]}
                {offReason !== null && ` · ${words.rooms.offReasons[offReason]}`}
              </Tag>
            ),
          },
          { title: words.rooms.lastSuccess, dataIndex: 'lastSuccessAt', render: timeText },
          { title: words.rooms.failingSince, dataIndex: 'failingSince', render: timeText },
          { title: words.note, dataIndex: 'note' },
        ]}
      />
      {openId !== null && (
        <EndpointDrawer id={openId} close={() => setOpenId(null)} done={done} show={setSecret} />
      )}
      {isAdding && <EndpointDialog close={() => setAdding(false)} done={done} show={setSecret} />}
      {secret !== undefined && (
        <ShownOnce
          title={words.rooms.secret}
          hint={words.rooms.secretHint}
          secret={secret}
          close={() => setSecret(undefined)}
        />
      )}
    </>
  )
}

const Alerts = () => {
  const words = useWords()
  const [address, setAddress] = useSearchParams()
  const status = (address.get('status') ?? undefined) as AlertStatus | undefined
  const endpoint = address.get('endpoint') ?? undefined
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['alerts', 'list', status, endpoint],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/v1/alerts', {
          params: {
            query: {
              ...(status ? { status } : {}),
              ...(endpoint ? { endpoint } : {}),
              ...(pageParam === null ? {} : { after: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
    // Only what is on its way is watched.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ alerts }) => alerts.some(({ status }) => status === 'waiting'))
        ? SOON_MS
        : false,
  })
  if (error) return <ProblemNote error={error} again={() => void refetch()} />
  return (
    <div className="stack">
      <div className="toolbar">
        <Select
          aria-label={words.rooms.status}
          allowClear
          placeholder={words.rooms.status}
          className="wide-select"
          value={status ?? null}
          options={(Object.keys(words.rooms.alertStatuses) as AlertStatus[]).map(value => ({
            value,
            label: words.rooms.alertStatuses[value],
          }))}
          onChange={value =>
            setAddress({ tab: 'alerts', ...(value ? { status: value } : {}) }, { replace: true })
          }
        />
        {endpoint !== undefined && (
          <Tag closable onClose={() => setAddress({ tab: 'alerts' }, { replace: true })}>
            {endpoint}
          </Tag>
        )}
        <span className="spacer" />
        <a href="/v1/alerts/export?format=xlsx">{words.rooms.exportXlsx}</a>
      </div>
      <AlertTable alerts={data?.pages.flatMap(({ alerts }) => alerts) ?? []} done={() => void refetch()} />
      {hasNextPage && (
        <Button loading={isFetching} onClick={() => void fetchNextPage()}>
          {words.rooms.more}
        </Button>
      )}
    </div>
  )
}
