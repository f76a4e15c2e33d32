import { useWords } from '../../words/index.tsx'

/** What a field of the service is called here; headings of a table stay as they stand there. */
export const useFieldName = (): ((field: string) => string) => {
  const { fields } = useWords().pricingPage
  return field => fields[field as keyof typeof fields] ?? field
}
