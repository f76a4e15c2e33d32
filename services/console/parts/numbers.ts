const whole = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 })
const tenth = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 })

/** Thousands apart, no decimals. */
export const wholeText = (value: number | null): string => (value === null ? '' : whole.format(value))

/** Thousands apart, one decimal at most. */
export const tenthText = (value: number | null): string => (value === null ? '' : tenth.format(value))

/** Exact money as the service tells it, thousands apart; nothing is rounded. */
export const yuanText = (yuan: string): string => {
  const [wholePart = '', cents] = yuan.split('.')
  const grouped = wholePart.replace(/\B(?=(\d{3})+$)/g, ',')
  return cents === undefined ? grouped : `${grouped}.${cents}`
}

/** An exact rate with its first two decimals, more where it has more. */
export const rateText = (yuanPerKwh: string): string => {
  const [whole, places = ''] = yuanPerKwh.split('.')
  return `${whole}.${places.padEnd(2, '0')}`
}

/** 0…1 as a share with two digits. */
export const scoreText = (score: number): string => score.toFixed(2)
