import Select from '@cloudscape-design/components/select'
import { useSearchParams } from 'react-router'

type FilterProps = {
  /** The name in the address. */
  name: string
  label: string
  /** What is shown while nothing is chosen: "Every status". */
  all: string
  options: { value: string; label: string }[]
}

/** Narrows a list by one property; what is chosen stands in the address. */
export const Filter = ({ name, label, all, options }: FilterProps) => {
  const [search, setSearch] = useSearchParams()
  const choices = [{ value: '', label: all }, ...options]
  const chosen = search.get(name) ?? ''
  const choose = (value: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before)
      if (value) after.set(name, value)
      else after.delete(name)
      return after
    })
  return (
    <Select
      ariaLabel={label}
      options={choices}
      selectedOption={choices.find(({ value }) => value === chosen) ?? choices[0]!}
      onChange={({ detail }) => choose(detail.selectedOption.value ?? '')}
    />
  )
}
