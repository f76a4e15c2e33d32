import { DatePicker, Input, Select, Space } from 'antd'
import dayjs from 'dayjs'
import { useDistricts } from '../../api/districts.ts'
import { useWords } from '../../words/index.tsx'
import { type Name, useAsked } from './asked.ts'

export const CATEGORIES = ['淘汰类', '限制类', '参照淘汰类', '阶梯', '惩罚性'] as const
export const INDUSTRIES = [
  '钢铁',
  '水泥',
  '电解铝',
  '虚拟货币挖矿',
  '铁合金',
  '电石',
  '烧碱',
  '黄磷',
  '锌冶炼',
]

interface DayFilterProps {
  readonly name: Name
  readonly label: string
  /** What is meant where none is chosen */
  readonly empty?: string
}

/** A day of the plant, kept in the address. */
export const DayFilter = ({ name, label, empty = '' }: DayFilterProps) => {
  const asked = useAsked()
  const value = asked.get(name)
  return (
    <DatePicker
      aria-label={label}
      prefix={label}
      placeholder={empty}
      value={value ? dayjs(value) : null}
      onChange={day => asked.set({ [name]: day?.format('YYYY-MM-DD') })}
    />
  )
}

/** Until when releases count, by the plant's clock whatever the browser's own is. */
export const KnownAtFilter = ({ name = 'knownAt' }: { readonly name?: Name }) => {
  const { pricingPage } = useWords()
  const asked = useAsked()
  const value = asked.get(name)
  return (
    <DatePicker
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      style={{ width: 250 }}
      aria-label={pricingPage.knownAt}
      prefix={pricingPage.knownAt}
      placeholder={pricingPage.now}
      value={value ? dayjs(value.slice(0, 19)) : null}
      onChange={instant => asked.set({ [name]: instant && `${instant.format('YYYY-MM-DDTHH:mm:00')}+08:00` })}
    />
  )
}

interface ChoiceProps {
  readonly name: Name
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly width?: number
}

export const Choice = ({ name, label, options, width = 112 }: ChoiceProps) => {
  const asked = useAsked()
  return (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width }}
      value={asked.get(name) ?? null}
      options={[...options]}
      onChange={(value: string | undefined) => asked.set({ [name]: value })}
    />
  )
}

/** Where, in which industry, of which category. */
export const PlaceFilters = () => {
  const words = useWords()
  const districts = useDistricts()
  return (
    <>
      <Choice
        name="district"
        label={words.districtName}
        options={[...districts].map(([value, label]) => ({ value, label: `${label} ${value}` }))}
        width={150}
      />
      <Choice name="industry" label={words.pricingPage.industry} options={INDUSTRIES.map(asOption)} />
      <Choice name="category" label={words.pricingPage.category} options={CATEGORIES.map(asOption)} />
    </>
  )
}

const asOption = (value: string) => ({ value, label: value })

export const TextFilter = ({ name, label }: Pick<DayFilterProps, 'name' | 'label'>) => {
  const asked = useAsked()
  const value = asked.get(name) ?? ''
  return (
    <Input.Search
      key={value}
      type="search"
      aria-label={label}
      placeholder={label}
      defaultValue={value}
      allowClear
      style={{ width: 180 }}
      onSearch={text => asked.set({ [name]: text.trim() })}
    />
  )
}

interface ExportLinksProps {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
}

/** All rows of the question, not only those shown. */
export const ExportLinks = ({ path, query }: ExportLinksProps) => {
  const words = useWords()
  return (
    <Space size={4}>
      {words.export}
      {(['xlsx', 'csv'] as const).map(format => (
        <a key={format} href={`${path}/export?${new URLSearchParams({ ...query, format })}`} download>
          {format.toUpperCase()}
        </a>
      ))}
    </Space>
  )
}
