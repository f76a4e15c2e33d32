import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Empty, Statistic, Table } from 'antd'
import { api, dataOf, type Schemas } from '../../api/client.ts'
import { useDistricts } from '../../api/districts.ts'
import { useMe } from '../../api/me.tsx'
import { tenthText, yuanText } from '../../parts/numbers.ts'
import { ProblemNote } from '../../parts/problem-note.tsx'
import { useWords } from '../../words/index.tsx'
import { useAsked } from './asked.ts'
import { Choice, DayFilter, ExportLinks, INDUSTRIES, TextFilter } from './filters.tsx'

type Row = Schemas['WhatIfRow']

/** Who would pay what under a change of rules that is waiting. */
const WhatIfTab = () => {
  const words = useWords()
  const { pricingPage } = words
  const districts = useDistricts()
  const asked = useAsked()
  const { change, from, to, ...place } = asked.query('change', 'from', 'to', 'district', 'industry')
  const query = change && from && to ? { change, from, to, ...(place as Record<string, string>) } : undefined
  return (
    <>
      <search className="toolbar">
        <ChangeChoice />
        <DayFilter name="from" label={pricingPage.from} />
        <DayFilter name="to" label={pricingPage.to} />
        <Choice
          name="district"
          label={words.districtName}
          options={[...districts].map(([value, label]) => ({ value, label }))}
        />
        <Choice
          name="industry"
          label={pricingPage.industry}
          options={INDUSTRIES.map(value => ({ value, label: value }))}
        />
        <span className="spacer" />
        {query && <ExportLinks path="/v1/pricing/what-if" query={query} />}
      </search>
      {query ? <WhatIf query={query} /> : <Empty description={pricingPage.askWhatIf} />}
    </>
  )
}
export default WhatIfTab

/** Who may not see what waits names the change that was told. */
const ChangeChoice = () => {
  const { pricingPage } = useWords()
  const maySee = useMe().abilities.includes('pricing.write')
  const { data } = useQuery({
    queryKey: ['price-changes', 'rules'],
    enabled: maySee,
    queryFn: () => dataOf(api.GET('/v1/pricing/changes', { params: { query: { kind: 'rules' } } })),
  })
  if (!maySee) return <TextFilter name="change" label={pricingPage.change} />
  return (
    <Choice
      name="change"
      label={pricingPage.change}
      width={320}
      options={(data?.changes ?? []).map(({ id, reason, state }) => ({
        value: id,
        label: `${id} · ${pricingPage.states[state]} · ${reason}`,
      }))}
    />
  )
}

interface WhatIfAsked {
  readonly change: string
  readonly from: string
  readonly to: string
}

const WhatIf = ({ query }: { readonly query: WhatIfAsked }) => {
  const words = useWords()
  const { pricingPage } = words
  const { data, error, isFetching, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['what-if', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/v1/pricing/what-if', {
          params: { query: { ...query, ...(pageParam === undefined ? {} : { after: pageParam }) } },
          signal,
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  if (error) return <ProblemNote error={error} again={() => void refetch()} />
  const sum = ({ yuan, openLines }: Row['now']) => (
    <>
      {yuanText(yuan)}
      {openLines > 0 && <div className="gap">{pricingPage.openLines(openLines)}</div>}
    </>
  )
  const totals = data?.pages[0]?.totals
  return (
    <>
      {totals && (
        <div className="totals">
          <Statistic title={words.customer} value={totals.customers} />
          <Statistic title="kWh" value={tenthText(totals.kwh)} />
          <Statistic title={`${pricingPage.nowSum} (${words.yuan})`} value={yuanText(totals.now.yuan)} />
          <Statistic
            title={`${pricingPage.proposedSum} (${words.yuan})`}
            value={yuanText(totals.proposed.yuan)}
          />
          <Statistic
            title={`${pricingPage.difference} (${words.yuan})`}
            value={yuanText(totals.difference)}
          />
        </div>
      )}
      <Table<Row>
        size="small"
        rowKey="customerId"
        loading={isFetching && !data}
        pagination={false}
        scroll={{ x: 1000 }}
        dataSource={data?.pages.flatMap(({ customers }) => customers) ?? []}
        columns={[
          {
            title: words.customer,
            render: (_, { customerId, customerName }) => `${customerId} ${customerName}`,
          },
          { title: pricingPage.industry, render: (_, { industries }) => industries.join('、') },
          { title: 'kWh', className: 'number', render: (_, { kwh }) => tenthText(kwh) },
          {
            title: `${pricingPage.nowSum} (${words.yuan})`,
            className: 'number',
            render: (_, { now }) => sum(now),
          },
          {
            title: `${pricingPage.proposedSum} (${words.yuan})`,
            className: 'number',
            render: (_, { proposed }) => sum(proposed),
          },
          {
            title: `${pricingPage.difference} (${words.yuan})`,
            className: 'number',
            render: (_, { difference }) => yuanText(difference),
          },
        ]}
      />
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
    </>
  )
}
